// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>

#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/postgresql_database.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/world_store.hpp"

// What a server keeps its things in: a test is run on each with GENERATE.
namespace frikort::tests {

// The world's server on each: GENERATE(every_engine()).
inline auto every_engine()
{
    return Catch::Generators::values({Engine::memory, Engine::sqlite, Engine::postgresql});
}
// A real server on each.
inline auto every_real_engine() { return Catch::Generators::values({Engine::sqlite, Engine::postgresql}); }

// A database that outlives the stores which are opened on it.
class ServedDatabase {
public:
    explicit ServedDatabase(Engine engine)
    {
        core::base::must(engine != Engine::memory);
        if (engine == Engine::postgresql) postgresql_.emplace();
    }
    // A store of its own on it, as a server opens it. `chance` must outlive it. SQLite: one at a time.
    std::unique_ptr<core::store::CentralStore> open(core::base::Chance& chance) const
    {
        if (postgresql_)
            return std::make_unique<core::store::postgresql::PostgresCentralStore>(
                postgresql_->url(), core::store::Erasures{folder_ / "erasures"}, chance,
                core::store::Revocations{folder_ / "revoked"});
        return std::make_unique<core::store::SqliteCentralStore>(
            folder_.path(), core::store::SqliteCentralStore::Opening::first, chance);
    }
    const std::filesystem::path& folder() const { return folder_.path(); }
    // PostgreSQL's address.
    std::string url() const { return postgresql_->url(); }

private:
    TemporaryFolder folder_;
    std::optional<PostgresDatabase> postgresql_;
};

} // namespace frikort::tests
