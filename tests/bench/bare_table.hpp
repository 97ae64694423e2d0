// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

#include "core/base/bytes.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace frikort::tests::bench {

// The raw limit of the store: the least SQLite can do and be as durable. One table, no index, one prepared
// statement.
class BareTable {
public:
    // Makes folder and file.
    explicit BareTable(const std::filesystem::path& folder);
    ~BareTable();
    BareTable(const BareTable&) = delete;
    BareTable& operator=(const BareTable&) = delete;

    void begin() { run("BEGIN IMMEDIATE"); }
    void insert(core::base::BytesView);
    void commit() { run("COMMIT"); } // on the disk when it returns
    // Reads every row; gives how many bytes there are.
    std::size_t read_all();

private:
    void run(const char* sql);
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

} // namespace frikort::tests::bench
