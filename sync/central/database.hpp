// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/chance.hpp"
#include "core/store/central.hpp"
#include "core/store/data_folder.hpp"

namespace frikort::sync::central {

// Where a server keeps what it takes, as the person who runs it types it.
struct DatabasePlace {
    enum class Engine { sqlite, postgresql } engine = Engine::sqlite;
    std::string address; // PostgreSQL's, as libpq reads it
    // SQLite's database; with PostgreSQL what belongs to one server process alone: its erasures (R17) and who
    // was revoked. Empty where a command needs none.
    std::filesystem::path folder;
};

// `database` is "postgresql://…", "sqlite:DIR" or nothing; `data` a folder or nothing. Nothing for anything
// else, and for two folders.
std::optional<DatabasePlace> read_place(const std::string& database, const std::string& data);

// The store, with what it holds on to. Both constructors wait some seconds for another command on the same
// folder, and throw StoreFailure. `chance` must outlive it.
class Database {
public:
    // For a server that answers kiosks: the only one in its folder.
    enum class Use { serving, beside };
    Database(const DatabasePlace&, Use, core::base::Chance& chance);

    core::store::CentralStore& store() { return *store_; }

private:
    void open_sqlite(const std::filesystem::path&, Use, core::base::Chance&);

    std::optional<core::store::DataFolder> folder_;
    std::unique_ptr<core::store::CentralStore> store_;
};

} // namespace frikort::sync::central
