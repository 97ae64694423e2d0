// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace frikort::core::store::postgresql {

struct CopiedTable {
    std::string name;
    std::uint64_t rows = 0;
};

// Moves a server from SQLite: every row of its "central.db" into a PostgreSQL database in which there is
// none, in one transaction. Epoch and counters stay as they are, so no kiosk notices. Before it commits, all
// records are read back and compared; then `before_commit` puts beside it what it must not stand without, and
// when that throws there is none either. The caller holds the DataFolder, and has opened the store in it
// once, so that its schema is the newest. Throws StoreFailure as PostgresCentralStore does, other when the
// database is not empty or what came out is not what went in; then it is as it was.
std::vector<CopiedTable> copy_from_sqlite(const std::filesystem::path& folder, const std::string& url,
                                          const std::function<void()>& before_commit = {});

} // namespace frikort::core::store::postgresql
