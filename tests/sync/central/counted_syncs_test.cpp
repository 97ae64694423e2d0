// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/enrolment.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/syncs.hpp"
#include "tests/sync/support/engines.hpp"
#include "tests/sync/support/world.hpp"

// R4, counted: between the arrival of a push and its answer PostgreSQL's log was synced. That all of it was,
// by PostgreSQL's own mark, is acknowledged_test.cpp.

using namespace frikort::tests;
using namespace frikort::sync;
using frikort::core::store::Erasures;
using frikort::core::store::postgresql::PostgresCentralStore;

namespace {

// Nothing but commits syncs the log here: neither the process that writes it by itself, nor a checkpoint.
// Told not to wait for commits: the server has to insist.
const PostgresCluster::Settings lazy{"synchronous_commit=off", "wal_writer_delay=10s",
                                     "checkpoint_timeout=1h",  "max_wal_size=1GB",
                                     "autovacuum=off",         "wal_sync_method=fdatasync"};

struct Watched {
    Watched()
    {
        syncs.count([&] { cluster.emplace(lazy); });
        store.emplace(cluster->url(), Erasures{folder / "erasures"}, chance);
        desk.emplace(*store, memory.clock, memory.journal, memory.halves);
        kiosk.wire.lead_to(*desk);
        const auto code = central::api::issue_code(*store, "Perronen", memory.clock.now(), chance);
        REQUIRE(agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code->in_groups()));
        kiosk.wire.on_the_way([this](const agent::Request& request, const Wire::Pass& pass) {
            const auto before = syncs.of_log();
            auto answer = pass(request);
            if (request.path == protocol::push_path && answer && answer->status == 200)
                pushes.push_back(
                    {protocol::decode_push_answer(answer->body)->verdicts.size(), syncs.of_log() - before});
            return answer;
        });
    }

    Syncs syncs;
    std::optional<PostgresCluster> cluster;
    TemporaryFolder folder;
    SeededChance chance{3};
    Central memory; // its clock and journal alone
    Kiosk kiosk{1, memory};
    std::optional<PostgresCentralStore> store;
    std::optional<central::api::Desk> desk;
    struct Push {
        std::size_t records;
        std::uint64_t syncs; // of the log, between its arrival and its answer
    };
    std::vector<Push> pushes;
};

} // namespace

TEST_CASE("PostgreSQL synced its log between each push and its answer, be it of one record or of many")
{
    Watched at;
    REQUIRE(told_by(at.cluster->url(), "SHOW wal_sync_method") == "fdatasync"); // O_DSYNC cannot be counted
    const auto many = GENERATE(std::size_t{1}, std::size_t{90});
    const Notebook notebook{2};
    for (int times = 0; times < 3; ++times) {
        for (std::size_t i = 0; i < many; ++i) at.kiosk.write(notebook);
        REQUIRE(at.kiosk.round().end == agent::End::done);
    }
    REQUIRE(at.pushes.size() >= 3);
    for (const auto& push : at.pushes) {
        CHECK(push.records == many);
        CHECK(push.syncs >= 1);
    }
}

TEST_CASE("A server on PostgreSQL whose commits do not wait for the disk would be found by counting syncs")
{
    Watched at;
    // What make_durable insists on is taken back inside each transaction that takes records.
    told_by(at.cluster->url(), "CREATE FUNCTION plant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                               " PERFORM set_config('synchronous_commit', 'off', true); RETURN NULL; END $$;"
                               "CREATE TRIGGER plant AFTER INSERT ON record EXECUTE FUNCTION plant()");
    const Notebook notebook{2};
    at.kiosk.write(notebook);
    REQUIRE(at.kiosk.round().end == agent::End::done);
    REQUIRE(at.pushes.size() == 1);
    CHECK(at.pushes[0].records == 1);
    CHECK(at.pushes[0].syncs == 0);
}
