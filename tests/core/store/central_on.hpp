// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/sqlite/connection.hpp"
#include "tests/contract/central_stores.hpp"

namespace frikort::tests::central_on {

// A server's store with its file of erasures, as a program opens it; `say` is SQL past the store.
struct Sqlite {
    static constexpr bool is_postgres = false;
    Sqlite() { open(); }
    void open() { opened.emplace(folder.path(), core::store::SqliteCentralStore::Opening::first, chance); }
    void say(const std::string& sql) const
    {
        core::store::sqlite::Connection{folder / "central.db"}.execute(sql.c_str());
    }
    TemporaryFolder folder;
    SeededChance chance{1};
    std::optional<core::store::SqliteCentralStore> opened;
};

struct Postgres {
    static constexpr bool is_postgres = true;
    Postgres() { open(); }
    void open() { opened.emplace(cluster.url(), core::store::Erasures{folder / "erasures"}, chance); }
    void say(const std::string& sql) const { told_by(cluster.url(), sql); }
    PostgresCluster cluster;
    TemporaryFolder folder;
    SeededChance chance{1};
    std::optional<core::store::postgresql::PostgresCentralStore> opened;
};

} // namespace frikort::tests::central_on
