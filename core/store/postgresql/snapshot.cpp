// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/snapshot.hpp"

#include "core/store/contents_of.hpp"
#include "core/store/migrations.hpp"
#include "core/store/postgresql/schema.hpp"
#include "core/store/postgresql/transaction.hpp"

// Goes by the tables and columns of SQLite's schema, as copy.cpp does. Names become part of statements;
// values never do.
namespace frikort::core::store::postgresql {

namespace {

using Kind = TableShape::Column::Kind;

std::string type_of(Connection& from, const std::string& table, const std::string& column)
{
    auto type = from.ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                         " WHERE attrelid = to_regclass($1::text) AND attname = $2::text",
                         std::string_view{table}, std::string_view{column});
    if (!type.step())
        throw StoreFailure{StoreFailure::Kind::other, "PostgreSQL has no " + table + "." + column};
    return type.text(0);
}

// Numbers of every kind as 64 bits.
std::string selected(Connection& from, const TableShape& shape)
{
    std::string all;
    for (const auto& column : shape.columns) {
        const auto quoted = '"' + column.name + '"';
        const auto type = type_of(from, shape.name, column.name);
        all += all.empty() ? "" : ", ";
        if (column.kind != Kind::integer)
            all += quoted;
        else
            all += type == "boolean" ? quoted + "::int::bigint" : quoted + "::bigint";
    }
    return all;
}

std::string places(std::size_t count)
{
    std::string all;
    for (std::size_t i = 1; i <= count; ++i) all += (i == 1 ? "?" : ", ?") + std::to_string(i);
    return all;
}

void carry(const Rows& row, int at, Kind kind, sqlite::Statement& to, RowDigest& digest)
{
    const auto place = at + 1;
    if (row.is_null(at)) {
        to.bind(place, std::nullopt);
        digest.null();
    } else if (kind == Kind::integer) {
        to.bind(place, row.integer(at));
        digest.integer(row.integer(at));
    } else if (kind == Kind::text) {
        const auto text = row.text(at);
        to.bind(place, std::string_view{text});
        digest.text(text);
    } else {
        to.bind(place, row.view(at));
        digest.blob(row.view(at));
    }
}

Contents::Table copy_table(Connection& from, sqlite::Connection& to, const TableShape& shape)
{
    Contents::Table table{shape.name, 0, {}};
    from.execute("DECLARE every NO SCROLL CURSOR FOR SELECT " + selected(from, shape) + " FROM \"" +
                 shape.name + '"');
    auto insert = to.prepare("INSERT INTO \"" + shape.name + "\" (" + shape.names() + ") VALUES (" +
                             places(shape.columns.size()) + ")");
    RowDigest digest;
    for (bool more = true; more;) {
        more = false;
        for (auto row = from.run("FETCH 1000 FROM every", {}); row.step(); more = true) {
            for (std::size_t i = 0; i < shape.columns.size(); ++i)
                carry(row, static_cast<int>(i), shape.columns[i].kind, insert, digest);
            insert.run();
            insert.again();
            digest.add_to(table);
        }
    }
    from.execute("CLOSE every");
    return table;
}

std::vector<Contents::Stream> streams_of(Connection& from)
{
    StreamSums sums;
    from.execute("DECLARE every NO SCROLL CURSOR FOR"
                 " SELECT stream, id, hash FROM record WHERE kept = 0 ORDER BY stream");
    for (bool more = true; more;) {
        more = false;
        for (auto row = from.run("FETCH 1000 FROM every", {}); row.step(); more = true)
            sums.add(row.stream(0), row.name<records::Id>(1), row.name<records::Hash>(2));
    }
    from.execute("CLOSE every");
    return sums.take();
}

Stock::Standing standing_of(Connection& from)
{
    auto row = from.ask("SELECT epoch, counter, mark FROM server");
    if (!row.step()) throw StoreFailure{StoreFailure::Kind::damaged, "the server's own row is missing"};
    return {row.text(0), row.count(1), row.name<Mark>(2)};
}

} // namespace

Contents snapshot_postgresql(const std::string& url, const std::filesystem::path& to)
{
    const auto path = to / "central.db";
    sqlite::Connection copy{path};
    bring_up_to_date(copy, path, central_schema());
    copy.execute("PRAGMA foreign_keys = OFF"); // in whatever order; examined() looks at them

    Connection from{url};
    must_be_up_to_date(from, central_postgresql_schema());
    const Undone look{from, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1"};
    from.wait_at_most(std::chrono::hours{24});
    Contents contents{standing_of(from), {}, {}};
    sqlite::Transaction change{copy};
    for (const auto& shape : table_shapes(copy)) contents.tables.push_back(copy_table(from, copy, shape));
    change.commit();
    contents.streams = streams_of(from);
    return contents;
}

} // namespace frikort::core::store::postgresql
