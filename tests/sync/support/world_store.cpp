// SPDX-License-Identifier: MPL-2.0
#include "tests/sync/support/world_store.hpp"

#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "core/store/postgresql/epoch.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/postgresql_database.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

namespace frikort::tests {

using core::store::CentralStore;
using core::store::CentralWork;

namespace {

class WorldOnSqlite final : public WorldStore {
public:
    WorldOnSqlite() { open(); }
    explicit WorldOnSqlite(WorldOnSqlite& of)
    {
        core::store::sqlite::Connection{of.folder_ / "central.db"}.copy_pages_to(folder_ / "central.db");
        open();
    }
    std::unique_ptr<CentralWork> begin() override { return store_->begin(); }
    std::unique_ptr<CentralWork> begin_forgettable() override { return store_->begin_forgettable(); }
    std::unique_ptr<const CentralWork> look() override { return store_->look(); }
    std::unique_ptr<WorldStore> copy() override { return std::make_unique<WorldOnSqlite>(*this); }

private:
    using Store = core::store::SqliteCentralStore;
    void open() { store_ = std::make_unique<Store>(folder_.path(), Store::Opening::first, chance_); }

    TemporaryFolder folder_{PostgresCluster::quick_place()};
    SeededChance chance_{3};
    std::unique_ptr<CentralStore> store_;
};

class WorldOnPostgres final : public WorldStore {
public:
    WorldOnPostgres() { open(); }
    explicit WorldOnPostgres(WorldOnPostgres& of) : database_{PostgresDatabase::CopyOf{of.database_}}
    {
        { // or it would find out by itself
            core::store::postgresql::Connection here{database_.url()};
            here.ask("UPDATE server SET place = $1::text",
                     std::string_view{core::store::postgresql::place_of(here)});
        }
        open();
    }
    std::unique_ptr<CentralWork> begin() override { return store_->begin(); }
    std::unique_ptr<CentralWork> begin_forgettable() override { return store_->begin_forgettable(); }
    std::unique_ptr<const CentralWork> look() override { return store_->look(); }
    std::unique_ptr<WorldStore> copy() override { return std::make_unique<WorldOnPostgres>(*this); }

private:
    void open()
    {
        store_ = std::make_unique<core::store::postgresql::PostgresCentralStore>(
            database_.url(), core::store::Erasures{folder_ / "erasures"}, chance_,
            core::store::Revocations{folder_ / "revoked"});
    }

    TemporaryFolder folder_;
    PostgresDatabase database_;
    SeededChance chance_{3};
    std::unique_ptr<CentralStore> store_;
};

} // namespace

std::unique_ptr<WorldStore> world_store(Engine engine, std::string epoch)
{
    if (engine == Engine::memory) return std::make_unique<WorldInMemory>(std::move(epoch));
    std::unique_ptr<WorldStore> store;
    if (engine == Engine::sqlite)
        store = std::make_unique<WorldOnSqlite>();
    else
        store = std::make_unique<WorldOnPostgres>();
    store->begin_epoch(epoch);
    return store;
}

} // namespace frikort::tests
