// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/records/sum.hpp"
#include "core/store/contents.hpp"
#include "core/store/sqlite/connection.hpp"

// How contents are computed, for SQLite and for what is copied into it. Not for other rooms.
namespace frikort::core::store {

struct TableShape {
    struct Column {
        std::string name;
        enum class Kind { integer, text, blob } kind = Kind::blob;
    };
    std::string name;
    std::vector<Column> columns;
    std::string names() const; // "a, b, c", quoted, for a statement
};
// All tables of a server's database, by name. A number that SQLite alone gives a row (card.entry) is no
// column.
std::vector<TableShape> table_shapes(sqlite::Connection&);

// A row's digest, value after value in the order of the columns.
class RowDigest {
public:
    RowDigest& integer(std::int64_t);
    RowDigest& text(std::string_view);
    RowDigest& blob(base::BytesView);
    RowDigest& null();
    // Into the table's sum; then the next row begins.
    void add_to(Contents::Table&);

private:
    base::ByteWriter writer_;
};

// The streams' sums, from rows (stream, id, hash) in the order of streams.
class StreamSums {
public:
    void add(const records::StreamId&, const records::Id&, const records::Hash&);
    std::vector<Contents::Stream> take();

private:
    void close();
    std::vector<Contents::Stream> done_;
    records::Sum sum_;
};

// What is there now; in a transaction of the caller's.
Contents contents_of(sqlite::Connection&);

} // namespace frikort::core::store
