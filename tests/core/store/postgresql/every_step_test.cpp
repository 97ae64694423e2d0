// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/schema.hpp"
#include "tests/core/store/filled.hpp"
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"

// As every_step_test.cpp of SQLite: a server's database of every program there ever was.

using namespace frikort::tests;
using namespace frikort::core::store;
using postgresql::Connection;
using Kind = FilledColumn::Kind;

namespace {

Schema up_to(std::size_t count)
{
    const auto whole = central_postgresql_schema();
    return {whole.application_id, whole.steps.first(count)};
}

void bring(const std::string& url, const Schema& schema)
{
    Connection connection{url};
    postgresql::bring_up_to_date(connection, schema);
}

Kind kind_of(const std::string& type)
{
    if (type == "text") return Kind::text;
    if (type == "bytea") return Kind::blob;
    if (type == "uuid") return Kind::uuid;
    return type == "boolean" ? Kind::yes_no : Kind::integer;
}

// In the order in which they were made: what refers to another comes behind it.
std::vector<FilledTable> tables_of(Connection& connection)
{
    std::vector<FilledTable> all;
    auto tables =
        connection.ask("SELECT relname::text, coalesce((SELECT string_agg(pg_get_constraintdef(c.oid), ' ')"
                       "  FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'c'), '')"
                       " FROM pg_class t WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                       "  AND relname <> 'migration' ORDER BY t.oid");
    while (tables.step()) all.push_back({tables.text(0), {}, tables.text(1)});
    for (auto& table : all) {
        auto columns = connection.ask("SELECT column_name::text, data_type::text, is_nullable = 'YES'"
                                      " FROM information_schema.columns WHERE table_schema = 'public'"
                                      "  AND table_name = $1::text ORDER BY ordinal_position",
                                      std::string_view{table.name});
        while (columns.step())
            table.columns.push_back({columns.text(0), kind_of(columns.text(1)), columns.yes(2)});
    }
    return all;
}

void fill(const std::string& url)
{
    Connection connection{url};
    for (const auto& table : tables_of(connection))
        for (const auto& statement : filling(table, "'\\x", "'")) connection.execute(statement);
}

FilledRows rows_of(const std::string& url)
{
    Connection connection{url};
    FilledRows all;
    for (const auto& table : tables_of(connection)) {
        std::string names;
        for (const auto& column : table.columns)
            names += (names.empty() ? "" : ", ") + ("quote_nullable(" + column.name + ")");
        auto rows = connection.run("SELECT " + names + " FROM " + table.name + " ORDER BY 1, 2", {});
        while (rows.step()) {
            auto& row = all.emplace_back();
            row["table"] = table.name;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row[table.columns[i].name] = rows.text(static_cast<int>(i));
        }
    }
    return all;
}

// Columns, what they demand, and indexes.
std::string form_of(const std::string& url)
{
    return told_by(url,
                   "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
                   "SELECT concat(table_name, column_name, data_type, is_nullable, column_default) AS line"
                   " FROM information_schema.columns WHERE table_schema = 'public' UNION ALL "
                   "SELECT conrelid::regclass || pg_get_constraintdef(oid) FROM pg_constraint"
                   " WHERE connamespace = 'public'::regnamespace UNION ALL "
                   "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public') AS lines");
}

std::string made_database(const PostgresCluster& cluster, const std::string& name)
{
    told_by(cluster.url(), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING UTF8");
    return cluster.url(name);
}

// What device 1 wrote in three records, in the first program's tables.
void put_three_records(const std::string& url, const std::vector<frikort::core::records::Record>& all)
{
    Connection connection{url};
    connection.execute("BEGIN");
    connection.execute("INSERT INTO server (one, epoch, counter, place) VALUES (1, 'epoch', 3, '')");
    connection.ask("INSERT INTO centre (stream, name) VALUES ($1::bytea, 'Perronen')", notebook(1).bytes());
    connection.ask("INSERT INTO kiosk (device, sign, centre, enrolled, request, contact)"
                   " VALUES ($1::uuid, decode(repeat('00', 32), 'hex'), $2::bytea, 1, 9, 1)",
                   device(1), notebook(1).bytes());
    connection.ask("INSERT INTO stream (stream, counter, records) VALUES ($1::bytea, 3, 3)",
                   notebook(1).bytes());
    connection.ask("INSERT INTO chain (device, highest, held) VALUES ($1::uuid, 3, 3)", device(1));
    connection.ask("INSERT INTO wrote (device, stream) VALUES ($1::uuid, $2::bytea)", device(1),
                   notebook(1).bytes());
    for (std::uint64_t number = 1; number <= 3; ++number) {
        const auto& record = all[number - 1];
        connection.ask("INSERT INTO record (counter, id, stream, class, device, number, previous, hash, kept,"
                       " bytes) VALUES ($1::bigint, $2::uuid, $3::bytea, 1, $4::uuid, $1::bigint, $5::bytea,"
                       " $6::bytea, 0, $7::bytea)",
                       number, id_of(record), notebook(1).bytes(), device(1), record.previous, record.hash(),
                       frikort::core::records::encode(record));
    }
    connection.commit();
}

} // namespace

TEST_CASE("A PostgreSQL database of any program before keeps every row through each step to the newest",
          "[store]")
{
    const PostgresCluster cluster;
    const auto newest = central_postgresql_schema().steps.size();
    const auto made_new = made_database(cluster, "made_new");
    bring(made_new, up_to(newest));
    for (std::size_t from = 1; from <= newest; ++from) {
        CAPTURE(from);
        const auto steps = made_database(cluster, "steps" + std::to_string(from));
        const auto jump = made_database(cluster, "jump" + std::to_string(from));
        for (const auto& url : {steps, jump}) {
            bring(url, up_to(from));
            fill(url);
        }
        auto before = rows_of(steps);
        REQUIRE(before.size() > 10);
        for (auto next = from + 1; next <= newest; ++next) {
            CAPTURE(next);
            bring(steps, up_to(next));
            const auto after = rows_of(steps);
            CHECK(gone(before, after) == FilledRows{});
            before = after;
        }
        bring(jump, up_to(newest));
        CHECK(rows_of(jump) == before);
        CHECK(form_of(steps) == form_of(made_new));
        CHECK(form_of(jump) == form_of(made_new));
    }
}

TEST_CASE("A server on PostgreSQL of any program before serves its records and goes on where it was",
          "[store]")
{
    const PostgresCluster cluster;
    const auto newest = central_postgresql_schema().steps.size();
    const auto records = chain(4);
    constexpr std::size_t past_step = 5;
    for (std::size_t from = 1; from < newest; ++from) {
        CAPTURE(from);
        const auto url = made_database(cluster, "before" + std::to_string(from));
        bring(url, up_to(from));
        put_three_records(url, records);
        if (from >= past_step) told_by(url, "INSERT INTO past SELECT counter, mark FROM server");
        PostgresServer server{url, 1};
        CHECK(numbers(page(server.store(), 0)) == std::vector<std::uint64_t>{1, 2, 3});
        CHECK(server.store().look()->kiosks().find(device(1))->request == 9);
        CHECK(told_by(url, "SELECT counter FROM past") == "3");
        CHECK(take(server.store(), records[3]) == Stock::Taken::accepted);
        CHECK(server.store().look()->stock().standing().counter == 4);
    }
}
