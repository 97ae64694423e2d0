// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "core/store/sqlite/connection.hpp"

namespace frikort::core::store {

// One step of the schema: a numbered SQL file, frozen once somebody has run it. migrations/README.md.
struct Migration {
    std::string_view name; // "0001_records"
    std::string_view sql;
};

// A schema: all steps in order, and the number that marks a database file as one of this kind.
struct Schema {
    std::uint32_t application_id = 0; // SQLite's application_id; PostgreSQL's table `migration`
    std::span<const Migration> steps;
};

Schema kiosk_schema();              // migrations/kiosk
Schema central_schema();            // migrations/central
Schema central_postgresql_schema(); // migrations/central_postgresql; in the room postgresql/

// Where the copy from before a migration stands: "kiosk.db" of schema 3 -> "kiosk.db.before-0004".
std::filesystem::path copy_before(const std::filesystem::path& database, std::uint32_t next_step);
// Removes every such copy: they still hold what was erased since.
void remove_copies(const std::filesystem::path& database);

// Opens a database for good: inspects it (foreign, newer, damaged are refused and left as they are), makes it
// durable, keeps a copy beside it if it has to change, and runs the missing steps, one transaction each.
// A step that fails leaves the database at the step before.
void bring_up_to_date(sqlite::Connection&, const std::filesystem::path& database, const Schema&);

// For a further connection of the same program: makes it durable; the schema must be the newest already
// (Kind::newer or Kind::other).
void join(sqlite::Connection&, const Schema&);

} // namespace frikort::core::store
