// SPDX-License-Identifier: MPL-2.0
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/signed_erasure.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using records::Class;
using store::Stock;
using Kind = store::StoreFailure::Kind;
using Taken = Stock::Taken;

TEST_CASE("A promoted standby has everything that was acknowledged, and another epoch", "[store]")
{
    PostgresCluster primary;
    PostgresServer server{primary.url(), 1};
    const auto records = chain(5);
    CHECK(take(server.store(), records[0]) == Taken::accepted);
    const auto epoch = server.epoch();

    PostgresCluster standby{PostgresCluster::AsStandby{primary, "other_house"}};
    told_by(primary.url(), "ALTER SYSTEM SET synchronous_standby_names = 'other_house'");
    told_by(primary.url(), "SELECT pg_reload_conf()");
    until_it_says(primary.url(), "SELECT sync_state FROM pg_stat_replication",
                  [](const std::string& state) { return state == "sync"; });
    CHECK(failing([&] { const PostgresServer beside{standby.url(), 2}; }) == Kind::unreachable); // a standby
    for (std::size_t i = 1; i < 4; ++i) CHECK(take(server.store(), records[i]) == Taken::accepted);

    primary.crash();
    standby.promote();
    PostgresServer next{standby.url(), 3};
    CHECK(numbers(page(next.store(), 0)) == std::vector<std::uint64_t>{1, 2, 3, 4});
    CHECK(next.epoch() != epoch);
    CHECK(next.epoch().size() == 32);
    CHECK(take(next.store(), records[3]) == Taken::duplicate);
    CHECK(take(next.store(), records[4]) == Taken::accepted);
    CHECK(next.store().look()->stock().standing().counter == 5);
    PostgresServer beside{standby.url(), 4};
    CHECK(beside.epoch() == next.epoch());
}

TEST_CASE("Nothing is acknowledged that the standby has not confirmed, also when the wait is cut short",
          "[store]")
{
    PostgresCluster primary;
    primary.crash();
    primary.start({"synchronous_standby_names=other_house", "synchronous_commit=local"});
    std::optional<Kind> ended;
    Beside starting{[&] { ended = failing([&] { const PostgresServer server{primary.url(), 1}; }); }};
    until_it_says(primary.url(), "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
                  [&](const std::string& waiting) { return waiting == "1" || starting.is_done(); });
    CHECK_FALSE(starting.is_done());
    told_by(primary.url(),
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    starting.wait();
    CHECK(ended == Kind::unreachable);
}

TEST_CASE("No push is acknowledged that the standby has not confirmed, also when the wait is cut short",
          "[store]")
{
    PostgresCluster primary;
    PostgresServer server{primary.url(), 1};
    const auto records = chain(2);
    REQUIRE(take(server.store(), records[0]) == Taken::accepted);
    told_by(primary.url(), "ALTER SYSTEM SET synchronous_standby_names = 'other_house'");
    told_by(primary.url(), "SELECT pg_reload_conf()");
    until_it_says(primary.url(), "SELECT current_setting('synchronous_standby_names')",
                  [](const std::string& names) { return names == "other_house"; });
    std::optional<Kind> ended;
    Beside pushing{[&] { ended = failing([&] { take(server.store(), records[1]); }); }};
    until_it_says(primary.url(), "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
                  [&](const std::string& waiting) { return waiting == "1" || pushing.is_done(); });
    CHECK_FALSE(pushing.is_done());
    told_by(primary.url(),
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    pushing.wait();
    CHECK(ended == Kind::unreachable);
}

TEST_CASE("A PostgreSQL brought back from a backup has another epoch and forgets what was erased since",
          "[store]")
{
    const PostgresCluster cluster;
    const auto all = chain(2);
    const auto erase = *records::decode_record(signed_erasure(4));
    const auto its = records::decode_header(erase.header)->stream;
    const auto other = made({.by = device(2), .in = its});
    std::string epoch;
    const auto backup = cluster.url("backup");
    const auto server = std::make_unique<PostgresServer>(cluster.url(), 1);
    for (const auto& record : all) take(server->store(), record);
    take(server->store(), other);
    epoch = server->epoch();
    told_by(cluster.url("template1"),
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = 'postgres'");
    told_by(cluster.url("template1"), "CREATE DATABASE backup TEMPLATE postgres");

    CHECK(take(server->store(), erase) == Taken::accepted);
    CHECK(server->epoch() == epoch); // the same database all the time
    SeededChance chance{5};
    store::postgresql::PostgresCentralStore restored{backup, server->file(), chance};
    CHECK(restored.look()->stock().standing().epoch != epoch);
    const auto look = restored.look();
    CHECK(look->stock().is_erased(its));
    CHECK(look->stock().page(its, 0, 9, 10000, {}).records ==
          std::vector<base::Bytes>{records::encode(erase)});
    CHECK(told_by(backup, "SELECT count(*) FROM record WHERE bytes IS NOT NULL") == "3");
}

TEST_CASE("Each server's file names every erasure there was before it started, whoever took it", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer first{cluster.url(), 1};
    const auto record = made({});
    const auto erase = made({.number = 2, .what = Class::erase, .previous = record.hash()});
    take(first.store(), record);
    CHECK(first.file().all().empty());
    take(first.store(), erase);
    CHECK(first.file().all() == std::vector<base::Bytes>{records::encode(erase)});
    PostgresServer second{cluster.url(), 2};
    CHECK(second.file().all() == std::vector<base::Bytes>{records::encode(erase)});
    take(second.store(), erase);
    CHECK(second.file().all().size() == 1);
}

TEST_CASE("What was erased is in no row, and in no file of PostgreSQL after its tables were written anew",
          "[store]")
{
    const PostgresCluster cluster;
    PostgresServer server{cluster.url(), 1};
    const std::string canary = "canary in the mine";
    base::Bytes body;
    for (int i = 0; i < 30; ++i) body.insert(body.end(), canary.begin(), canary.end());
    auto large = body;
    for (int i = 0; i < 5; ++i) large.insert(large.end(), large.begin(), large.end()); // out of line
    const auto first = made({.body = body});
    const auto second = made({.number = 2, .body = large, .previous = first.hash()});
    take(server.store(), first);
    take(server.store(), second);
    take(server.store(), made({.number = 2, .body = body})); // to quarantine
    const auto traces = [&] {
        told_by(cluster.url(), "CHECKPOINT");
        std::size_t found = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{cluster.data() / "base"})
            if (entry.is_regular_file() && content_of(entry.path()).find(canary) != std::string::npos)
                ++found;
        return found;
    };
    REQUIRE(traces() == 3); // two tables, and what stands out of line
    take(server.store(), made({.number = 3, .what = Class::erase, .previous = second.hash()}));
    CHECK(told_by(cluster.url(),
                  "SELECT count(*) FROM record WHERE position('canary'::bytea IN bytes) > 0") == "0");
    CHECK(told_by(cluster.url(), "SELECT sum(octet_length(bytes)) FROM quarantine") == "0");
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM quarantine WHERE stream IS NOT NULL") == "0");
    for (const auto* table : {"record", "quarantine"})
        told_by(cluster.url(), std::string{"VACUUM FULL "} + table);
    CHECK(traces() == 0);
}
