// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/central_memory/central.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/postgresql/central.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

// Every central store there is, behind the same words.
namespace frikort::tests {

class CentralOnSqlite {
public:
    CentralOnSqlite() { reopen(); }
    core::store::CentralStore& store() { return *store_; }
    void reopen()
    {
        store_.reset();
        store_.emplace(folder_.path(), core::store::SqliteCentralStore::Opening::first, chance_);
    }

private:
    TemporaryFolder folder_;
    SeededChance chance_{1};
    std::optional<core::store::SqliteCentralStore> store_;
};

class CentralOnPostgres {
public:
    CentralOnPostgres() { reopen(); }
    core::store::CentralStore& store() { return *store_; }
    void reopen()
    {
        store_.reset();
        store_.emplace(cluster_.url(), core::store::Erasures{folder_ / "erasures"}, chance_);
    }

private:
    PostgresCluster cluster_;
    TemporaryFolder folder_;
    SeededChance chance_{1};
    std::optional<core::store::postgresql::PostgresCentralStore> store_;
};

class CentralOnMemory {
public:
    core::store::CentralStore& store() { return store_; }
    void reopen() {}

private:
    core::store::central_memory::MemoryCentralStore store_{"an epoch"};
};

} // namespace frikort::tests
