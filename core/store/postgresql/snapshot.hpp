// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/store/contents.hpp"

namespace frikort::core::store::postgresql {

// As core::store::snapshot_sqlite, of a PostgreSQL database: all of it as it is at one moment, while servers
// work on it, as a SQLite database in `to`. So that a backup of either engine can be looked over, and brought
// back to either. Throws StoreFailure as PostgresCentralStore does.
Contents snapshot_postgresql(const std::string& url, const std::filesystem::path& to);

} // namespace frikort::core::store::postgresql
