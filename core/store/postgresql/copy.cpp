// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/copy.hpp"

#include "core/store/central_sqlite_stock.hpp"
#include "core/store/migrations.hpp"
#include "core/store/postgresql/durable.hpp"
#include "core/store/postgresql/epoch.hpp"
#include "core/store/postgresql/schema.hpp"
#include "core/store/postgresql/transaction.hpp"
#include "core/store/sqlite/connection.hpp"

// Goes by the tables and columns it finds in SQLite, so that a later migration of both is copied without a
// word here. Names become part of statements; values never do.
namespace frikort::core::store::postgresql {

namespace {

using Kind = StoreFailure::Kind;
constexpr std::size_t rows_at_once = 1000;

struct Column {
    std::string name;
    std::string type; // PostgreSQL's
};

std::vector<std::string> tables_of(sqlite::Connection& from)
{
    // Others point to centres.
    auto row = from.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                            " ORDER BY name <> 'centre', name");
    std::vector<std::string> tables;
    while (row.step()) tables.push_back(row.text(0));
    return tables;
}

std::vector<Column> columns_of(sqlite::Connection& from, Connection& to, const std::string& table)
{
    std::vector<Column> columns;
    auto row = from.prepare("SELECT name FROM pragma_table_info(?1)");
    row.with(std::string_view{table});
    while (row.step()) {
        const auto name = row.text(0);
        auto type = to.ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                           " WHERE attrelid = to_regclass($1::text) AND attname = $2::text",
                           std::string_view{table}, std::string_view{name});
        if (!type.step())
            throw StoreFailure{Kind::other, "PostgreSQL has no place for " + table + "." + name};
        columns.push_back({name, type.text(0)});
    }
    return columns;
}

Array::Of array_of(const std::string& type)
{
    if (type == "uuid") return Array::Of::uuid;
    if (type == "bytea") return Array::Of::bytea;
    if (type == "text") return Array::Of::text;
    return Array::Of::bigint; // and boolean, which is made of a number below
}

void add(Array& array, const std::string& type, const sqlite::Statement& row, int column)
{
    if (row.is_null(column))
        array.add(std::nullopt);
    else if (type == "uuid" || type == "bytea")
        array.add(row.view(column));
    else if (type == "text")
        array.add(std::string_view{row.text(column)});
    else
        array.add(row.integer(column));
}

struct Statements {
    std::string select;
    std::string insert;
};

Statements statements_for(const std::string& table, const std::vector<Column>& columns)
{
    std::string names;
    std::string made;
    std::string arrays;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& [name, type] = columns[i];
        const auto number = std::to_string(i + 1);
        const auto* const comma = i == 0 ? "" : ", ";
        names += comma + ('"' + name + '"');
        made += comma + (type == "boolean" ? "c" + number + " <> 0" : "c" + number);
        const auto sent = array_of(type) == Array::Of::bigint ? std::string{"bigint"} : type;
        arrays += comma + ("$" + number + "::" + sent + "[]");
    }
    std::string aliases;
    for (std::size_t i = 0; i < columns.size(); ++i)
        aliases += (i == 0 ? "c" : ", c") + std::to_string(i + 1);
    // The column that SQLite does not have (server.place) is set afterwards.
    const auto more = table == "server" ? std::pair{", place", ", ''"} : std::pair{"", ""};
    return {"SELECT " + names + " FROM \"" + table + "\"",
            "INSERT INTO \"" + table + "\" (" + names + more.first + ") SELECT " + made + more.second +
                " FROM unnest(" + arrays + ") AS sent (" + aliases + ")"};
}

CopiedTable copy_table(sqlite::Connection& from, Connection& to, const std::string& table)
{
    const auto columns = columns_of(from, to, table);
    const auto statements = statements_for(table, columns);
    CopiedTable copied{table, 0};
    auto row = from.prepare(statements.select);
    for (bool more = row.step(); more;) {
        std::vector<Array> arrays;
        for (const auto& column : columns) arrays.emplace_back(array_of(column.type));
        for (std::size_t rows = 0; more && rows < rows_at_once; ++rows, more = row.step()) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                add(arrays[i], columns[i].type, row, static_cast<int>(i));
            ++copied.rows;
        }
        std::vector<Value> values;
        for (const auto& array : arrays) values.push_back(value(array));
        to.run(statements.insert, values);
    }
    return copied;
}

// What PostgreSQL's tables say in columns of their own, and SQLite's in the bytes of a record or not at all.
void fill_own_columns(sqlite::Connection& from, Connection& to)
{
    to.ask("UPDATE server SET place = $1::text", std::string_view{place_of(to)});
    to.ask("UPDATE stream SET erased = true WHERE NOT erased AND EXISTS"
           " (SELECT 1 FROM record WHERE record.stream = stream.stream AND class = 3 AND kept = 0)");
    auto row = from.prepare("SELECT hash, bytes FROM quarantine");
    while (row.step()) {
        const auto hash = row.name<records::Hash>(0);
        base::ByteReader reader{row.view(1)};
        const auto header = records::decode_header(reader.sized());
        if (header)
            to.ask("UPDATE quarantine SET stream = $2::bytea, class = $3::bigint WHERE hash = $1::bytea",
                   hash, header->stream.bytes(), static_cast<std::uint64_t>(header->what));
        else // zeros: erased
            to.ask("UPDATE quarantine SET bytes = '' WHERE hash = $1::bytea", hash);
    }
}

void must_be_empty(Connection& to, const std::vector<std::string>& tables)
{
    for (const auto& table : tables) {
        auto row = to.run("SELECT EXISTS (SELECT 1 FROM \"" + table + "\")", {});
        row.step();
        if (row.yes(0)) throw StoreFailure{Kind::other, "the PostgreSQL database is not empty"};
    }
}

// Of all records in their order.
records::Hash digest_of(auto next_page)
{
    records::Hash digest{};
    for (auto bytes = next_page(); !bytes.empty(); bytes = next_page()) {
        const auto so_far = digest.view();
        bytes.insert(bytes.end(), so_far.begin(), so_far.end());
        digest = records::digest(bytes);
    }
    return digest;
}

template <class Row>
void put(base::ByteWriter& writer, const Row& row)
{
    writer.u64(row.count(0)).sized(row.view(1)).sized(row.view(2)).sized(row.view(3)).u64(row.count(4));
    writer.sized(row.is_null(5) ? base::BytesView{} : row.view(5));
}

constexpr const char* records_of_sqlite = "SELECT counter, id, device, hash, kept, bytes FROM record"
                                          " WHERE counter > ?1 ORDER BY counter LIMIT 1000";
constexpr const char* records_of_postgresql = "SELECT counter, id, device, hash, kept, bytes FROM record"
                                              " WHERE counter > $1::bigint ORDER BY counter LIMIT 1000";

void must_be_the_same(sqlite::Connection& from, Connection& to)
{
    std::uint64_t at = 0;
    const auto read = [&at](auto row) {
        base::ByteWriter writer;
        while (row.step()) {
            at = row.count(0);
            put(writer, row);
        }
        return writer.take();
    };
    const auto before = digest_of([&] {
        auto row = from.prepare(records_of_sqlite);
        row.with(at);
        return read(std::move(row));
    });
    at = 0;
    const auto after = digest_of([&] { return read(to.ask(records_of_postgresql, at)); });
    if (before != after) throw StoreFailure{Kind::other, "what came out is not what went in"};
}

} // namespace

std::vector<CopiedTable> copy_from_sqlite(const std::filesystem::path& folder, const std::string& url,
                                          const std::function<void()>& before_commit)
{
    sqlite::Connection from{folder / "central.db", sqlite::Connection::Create::no};
    join(from, central_schema());
    note_old_cards(from);
    const auto tables = tables_of(from);

    Connection to{url};
    make_durable(to);
    bring_up_to_date(to, central_postgresql_schema());
    Undone change{to, changing};
    to.wait_at_most(std::chrono::hours{24});
    // No server starts meanwhile.
    to.ask("SELECT pg_advisory_xact_lock($1::bigint)",
           std::uint64_t{central_postgresql_schema().application_id});
    to.execute("DELETE FROM server WHERE counter = 0"); // somebody looked at it, and nobody wrote
    must_be_empty(to, tables);
    std::vector<CopiedTable> copied;
    for (const auto& table : tables) copied.push_back(copy_table(from, to, table));
    fill_own_columns(from, to);
    must_be_the_same(from, to);
    if (before_commit) before_commit();
    to.commit();
    return copied;
}

} // namespace frikort::core::store::postgresql
