// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/central.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/acknowledging.hpp"

using namespace frikort::tests;
using frikort::core::store::Erasures;
using frikort::core::store::postgresql::PostgresCentralStore;

// How far the log is written, and whether the disk has it: PostgreSQL moves the second mark when an fsync
// returned.
TEST_CASE("Whatever a server on PostgreSQL answers yes to was synced before the answer left")
{
    const auto kind = GENERATE(from_range(std::begin(Acknowledging::kinds), std::end(Acknowledging::kinds)));
    CAPTURE(static_cast<int>(kind));
    // Told not to wait, and the process that writes the log by itself is kept from being in time by chance.
    PostgresCluster cluster{{"synchronous_commit=off", "wal_writer_delay=10s"}};
    const TemporaryFolder folder;
    SeededChance chance{1};
    PostgresCentralStore store{cluster.url(), Erasures{folder / "erasures"}, chance};
    Acknowledging scene{kind, store};
    const auto before = told_by(cluster.url(), "SELECT pg_current_wal_insert_lsn()");
    scene.on_answer = [&] { // it wrote something, and all of it is synced
        CHECK(told_by(cluster.url(), "SELECT pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn()"
                                     " AND pg_current_wal_flush_lsn() > '" +
                                         before + "'") == "t");
    };
    scene.ask(store);
    CHECK(scene.answered());
    CHECK(scene.missing(store) == std::vector<std::string>{});
    cluster.crash();
    cluster.start();
    PostgresCentralStore again{cluster.url(), Erasures{folder / "erasures"}, chance};
    CHECK(scene.missing(again) == std::vector<std::string>{});
}
