// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/bare_table.hpp"

#include <sqlite3.h>

#include "core/base/must.hpp"

namespace frikort::tests::bench {

using core::base::must;

BareTable::BareTable(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    must(sqlite3_open((folder / "bare.db").c_str(), &handle_) == SQLITE_OK);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n INTEGER PRIMARY KEY, b "
        "BLOB)");
    must(sqlite3_prepare_v2(handle_, "INSERT INTO t (b) VALUES (?1)", -1, &insert_, nullptr) == SQLITE_OK);
}

BareTable::~BareTable()
{
    sqlite3_finalize(insert_);
    sqlite3_close(handle_);
}

void BareTable::insert(core::base::BytesView bytes)
{
    must(sqlite3_bind_blob64(insert_, 1, bytes.data(), bytes.size(), SQLITE_STATIC) == SQLITE_OK);
    must(sqlite3_step(insert_) == SQLITE_DONE);
    must(sqlite3_reset(insert_) == SQLITE_OK);
}

std::size_t BareTable::read_all()
{
    sqlite3_stmt* select = nullptr;
    must(sqlite3_prepare_v2(handle_, "SELECT b FROM t", -1, &select, nullptr) == SQLITE_OK);
    std::size_t bytes = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
        const auto* start = static_cast<const core::base::Byte*>(sqlite3_column_blob(select, 0));
        const core::base::Bytes row(start, start + sqlite3_column_bytes(select, 0));
        bytes += row.size();
    }
    sqlite3_finalize(select);
    return bytes;
}

void BareTable::run(const char* sql)
{
    must(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

} // namespace frikort::tests::bench
