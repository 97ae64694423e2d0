// SPDX-License-Identifier: MPL-2.0
#include "core/store/contents.hpp"

#include "core/store/contents_of.hpp"
#include "core/store/disk/disk.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sqlite/streams.hpp"

namespace frikort::core::store {

using sqlite::Connection;

std::string TableShape::names() const
{
    std::string all;
    for (const auto& column : columns) all += (all.empty() ? "\"" : ", \"") + column.name + '"';
    return all;
}

namespace {

using Column = TableShape::Column;

Column::Kind kind_of(const std::string& declared)
{
    if (declared == "INTEGER") return Column::Kind::integer;
    return declared == "TEXT" ? Column::Kind::text : Column::Kind::blob; // tables are STRICT
}

void add(RowDigest& digest, const sqlite::Statement& row, int at, Column::Kind kind)
{
    if (row.is_null(at))
        digest.null();
    else if (kind == Column::Kind::integer)
        digest.integer(row.integer(at));
    else if (kind == Column::Kind::text)
        digest.text(row.text(at));
    else
        digest.blob(row.view(at));
}

Contents::Table sum_of(Connection& connection, const TableShape& shape)
{
    Contents::Table table{shape.name, 0, {}};
    RowDigest digest;
    auto row = connection.prepare("SELECT " + shape.names() + " FROM \"" + shape.name + '"');
    while (row.step()) {
        for (std::size_t i = 0; i < shape.columns.size(); ++i)
            add(digest, row, static_cast<int>(i), shape.columns[i].kind);
        digest.add_to(table);
    }
    return table;
}

} // namespace

std::vector<TableShape> table_shapes(Connection& connection)
{
    std::vector<TableShape> shapes;
    auto name = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                   " AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (name.step()) shapes.push_back({name.text(0), {}});
    for (auto& shape : shapes) {
        auto column = connection.prepare("SELECT name, type FROM pragma_table_info(?1)");
        column.with(std::string_view{shape.name});
        while (column.step())
            if (shape.name != "card" || column.text(0) != "entry")
                shape.columns.push_back({column.text(0), kind_of(column.text(1))});
    }
    return shapes;
}

RowDigest& RowDigest::integer(std::int64_t value)
{
    writer_.u8(1).u64(static_cast<std::uint64_t>(value));
    return *this;
}
RowDigest& RowDigest::text(std::string_view value)
{
    writer_.u8(2).sized(base::view_of(value));
    return *this;
}
RowDigest& RowDigest::blob(base::BytesView value)
{
    writer_.u8(3).sized(value);
    return *this;
}
RowDigest& RowDigest::null()
{
    writer_.u8(0);
    return *this;
}

void RowDigest::add_to(Contents::Table& table)
{
    const auto digest = records::digest(writer_.take());
    writer_ = {};
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) table.sum.bytes[i] ^= digest.bytes[i];
    ++table.rows;
}

void StreamSums::add(const records::StreamId& stream, const records::Id& id, const records::Hash& hash)
{
    if (done_.empty() || done_.back().stream != stream) {
        close();
        done_.push_back({stream, 0, {}});
    }
    sum_.add(id, hash);
    ++done_.back().records;
}

void StreamSums::close()
{
    if (!done_.empty()) done_.back().sum = sum_.value();
    sum_ = {};
}

std::vector<Contents::Stream> StreamSums::take()
{
    close();
    return std::move(done_);
}

Contents contents_of(Connection& connection)
{
    Contents contents;
    auto row = connection.prepare("SELECT epoch, counter, mark FROM server");
    if (!row.step()) throw StoreFailure{StoreFailure::Kind::damaged, "the server's own row is missing"};
    contents.standing = {row.text(0), row.count(1), row.name<Mark>(2)};
    for (const auto& shape : table_shapes(connection)) contents.tables.push_back(sum_of(connection, shape));
    StreamSums sums;
    auto record = connection.prepare("SELECT stream, id, hash FROM record WHERE kept = 0 ORDER BY stream");
    while (record.step())
        sums.add(sqlite::read_stream(record, 0), record.name<records::Id>(1), record.name<records::Hash>(2));
    contents.streams = sums.take();
    return contents;
}

Contents snapshot_sqlite(const std::filesystem::path& folder, const std::filesystem::path& to)
{
    Connection from{folder / "central.db", Connection::Create::no};
    join(from, central_schema());
    // One look: the pages are those that the digests were taken of.
    from.execute("BEGIN");
    auto contents = contents_of(from);
    from.copy_pages_to(to / "central.db");
    from.execute("ROLLBACK");
    return contents;
}

} // namespace frikort::core::store
