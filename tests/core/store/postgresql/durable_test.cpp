// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/transaction.hpp"
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using Kind = store::StoreFailure::Kind;
using store::Stock;
using Taken = Stock::Taken;

namespace {

std::optional<Kind> start(const std::string& url)
{
    return failing([&] { const PostgresServer server{url, 1}; });
}

} // namespace

TEST_CASE("What PostgreSQL has acknowledged is flushed, also where it was told not to wait", "[store]")
{
    // The process that writes the log by itself is kept from being in time by chance.
    const PostgresCluster cluster{{"synchronous_commit=off", "wal_writer_delay=10s"}};
    PostgresServer server{cluster.url(), 1};
    for (const auto& record : chain(20)) {
        const auto one = offer(record);
        const auto work = server.store().begin();
        work->stock().take({&one, 1});
        const auto written = told_by(cluster.url(), "SELECT pg_current_wal_insert_lsn()");
        work->commit();
        const auto flushed = told_by(cluster.url(), "SELECT pg_current_wal_flush_lsn() > '" + written + "'");
        REQUIRE(flushed == "t");
    }
}

TEST_CASE("A transaction is durable by itself, whatever the session was told that a pool lent it", "[store]")
{
    using namespace store::postgresql;
    const PostgresCluster cluster;
    const PostgresServer server{cluster.url(), 1};
    Connection connection{cluster.url()};
    const auto [told, holds] = GENERATE(table<std::string, std::string>(
        {{"off", "on"}, {"local", "on"}, {"on", "on"}, {"remote_apply", "remote_apply"}}));
    connection.execute("SET synchronous_commit = " + told);
    Transaction change{connection, Transaction::To::change};
    auto row = change.ask("SELECT current_setting('synchronous_commit')");
    REQUIRE(row.step());
    CHECK(row.text(0) == holds);
}

TEST_CASE("What may be forgotten is not waited for, and what comes after it on the same connection is",
          "[store]")
{
    using namespace store::postgresql;
    const PostgresCluster cluster;
    const PostgresServer server{cluster.url(), 1};
    Connection connection{cluster.url()};
    const auto [to, waits] = GENERATE(table<Transaction::To, std::string>(
        {{Transaction::To::note, "off"}, {Transaction::To::change, "remote_apply"}}));
    connection.execute("SET synchronous_commit = remote_apply");
    Transaction{connection, Transaction::To::note}.commit();
    Transaction next{connection, to};
    auto row = next.ask("SELECT current_setting('synchronous_commit')");
    REQUIRE(row.step());
    CHECK(row.text(0) == waits);
}

TEST_CASE("A server does not start on a PostgreSQL that loses what it was given", "[store]")
{
    const auto* const setting = GENERATE("fsync=off", "full_page_writes=off");
    CAPTURE(setting);
    const PostgresCluster cluster{{setting}};
    CHECK(start(cluster.url()) == Kind::other);
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "0");
}

TEST_CASE("A server that runs acknowledges nothing while its PostgreSQL loses what it is given", "[store]")
{
    const std::string setting = GENERATE("fsync", "full_page_writes");
    CAPTURE(setting);
    PostgresCluster cluster;
    const auto set = [&](const std::string& to) {
        told_by(cluster.url(), "ALTER SYSTEM SET " + setting + " = " + to);
        told_by(cluster.url(), "SELECT pg_reload_conf()");
        until_it_says(cluster.url(), "SHOW " + setting, [&](const std::string& said) { return said == to; });
    };
    PostgresServer server{cluster.url(), 1};
    const auto records = chain(2);
    REQUIRE(take(server.store(), records[0]) == Taken::accepted);
    set("off");
    CHECK(failing([&] { take(server.store(), records[1]); }) == Kind::unreachable); // 503 to the kiosk
    cluster.crash(); // and whoever has to connect anew is told the same
    cluster.start();
    CHECK(failing([&] { take(server.store(), records[1]); }) == Kind::unreachable);
    CHECK(failing([&] { take(server.store(), records[1]); }) == Kind::unreachable);
    set("on");
    CHECK(take(server.store(), records[1]) == Taken::accepted);
}

TEST_CASE("A server refuses a foreign or newer or missing PostgreSQL database and leaves it as it is",
          "[store]")
{
    PostgresCluster cluster;
    const auto url = cluster.url();
    SECTION("newer")
    {
        REQUIRE_FALSE(start(url));
        told_by(url, "INSERT INTO migration SELECT 99, application, 'later' FROM migration LIMIT 1");
        CHECK(start(url) == Kind::newer);
    }
    SECTION("another program's, with the same way of counting its steps")
    {
        REQUIRE_FALSE(start(url));
        told_by(url, "UPDATE migration SET application = 7");
        CHECK(start(url) == Kind::foreign);
    }
    SECTION("another program's, with a table of a name of ours")
    {
        told_by(url, "CREATE TABLE record (song text)");
        CHECK(start(url) == Kind::foreign);
        CHECK(told_by(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "1");
    }
    SECTION("another program's, with no name of ours")
    {
        told_by(url, "CREATE TABLE song (words text)");
        CHECK(start(url) == Kind::foreign);
        CHECK(told_by(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "1");
    }
    SECTION("our own, with tables that an extension brought")
    {
        told_by(url, "CREATE TABLE brought (words text)");
        told_by(url, "ALTER EXTENSION plpgsql ADD TABLE brought");
        CHECK_FALSE(start(url));
    }
    SECTION("one that is not there") { CHECK(start(cluster.url("elsewhere")) == Kind::unreachable); }
    SECTION("a server that is not there")
    {
        cluster.crash();
        CHECK(start(url) == Kind::unreachable);
    }
}

TEST_CASE("Four servers that start at once on an empty PostgreSQL make one database of one epoch", "[store]")
{
    const PostgresCluster cluster;
    std::array<std::string, 4> epochs;
    {
        std::vector<std::unique_ptr<Beside>> starting;
        for (std::size_t i = 0; i < epochs.size(); ++i)
            starting.push_back(std::make_unique<Beside>([&, i] {
                epochs[i] = PostgresServer{cluster.url(), i}.epoch();
            }));
    }
    CHECK(epochs[0].size() == 32);
    for (const auto& epoch : epochs) CHECK(epoch == epochs[0]);
    PostgresServer later{cluster.url(), 9};
    CHECK(later.epoch() == epochs[0]);
}

TEST_CASE("When PostgreSQL has started again the next Work finds it, and one under way has left nothing",
          "[store]")
{
    PostgresCluster cluster;
    PostgresServer server{cluster.url(), 1};
    const auto records = chain(3);
    CHECK(take(server.store(), records[0]) == Taken::accepted);
    {
        const auto work = server.store().begin();
        const auto second = offer(records[1]);
        CHECK(work->stock().take({&second, 1}) == std::vector{Taken::accepted});
        cluster.crash();
        CHECK(failing([&] { work->commit(); }) == Kind::unreachable);
        CHECK(failing([&] { server.store().begin(); }) == Kind::unreachable);
        cluster.start();
    }
    CHECK(page(server.store(), 0).records.size() == 1);
    CHECK(take(server.store(), records[1]) == Taken::accepted);
    CHECK(numbers(page(server.store(), 0)) == std::vector<std::uint64_t>{1, 2});
}

TEST_CASE("A lock that does not come, a cancelled statement and a deadlock are said to pass", "[store]")
{
    const PostgresCluster cluster;
    PostgresServer server{cluster.url(), 1};
    const auto held = server.store().begin();
    CHECK(held->stock().standing().counter == 0);
    std::optional<Kind> ended;
    Beside other{[&] { ended = failing([&] { server.store().begin()->stock().standing(); }); }};
    until_it_says(cluster.url(), waiting_for_a_lock,
                  [](const std::string& waiting) { return waiting == "1"; });
    told_by(cluster.url(),
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    other.wait();
    CHECK(ended == Kind::in_use);
    held->commit();
    CHECK(take(server.store(), made({})) == Taken::accepted);
}
