// SPDX-License-Identifier: MPL-2.0
#include "sync/central/standbys.hpp"

#include "sync/central/metrics/page.hpp"
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/journeys/outside/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/hostile.hpp"

// Whoever runs the server sees whether what is acknowledged lies on a second machine too (R4).

using namespace frikort::tests;
using namespace frikort::sync;
using central::Replicas;
using frikort::core::store::postgresql::replicas_at;
using State = Replicas::State;

namespace {

void set(const PostgresCluster& cluster, const std::string& setting)
{
    told_by(cluster.url(), "ALTER SYSTEM SET " + setting);
    told_by(cluster.url(), "SELECT pg_reload_conf()");
}

const std::string who_counts = "SELECT string_agg(sync_state, ' ') FROM pg_stat_replication";

void until_standbys_are(const PostgresCluster& cluster, const std::string& wanted)
{
    until_it_says(cluster.url(), who_counts, [&](const std::string& said) { return said == wanted; });
}

std::string status_of(const PostgresCluster& cluster)
{
    const TemporaryFolder folder;
    return outside::answer_of({FRIKORT_BINARY "/bin/frikort-central", "status", "--database", cluster.url()},
                              outside::plain_environment(folder / "home"), folder / "said");
}

// What /metrics says of a server that runs on it.
Numbers metrics_of(const PostgresCluster& cluster)
{
    const TemporaryFolder folder;
    outside::Program serving{{FRIKORT_BINARY "/bin/frikort-central", "serve", "--data", folder / "central",
                              "--database", cluster.url(), "--listen", "127.0.0.1:0", "--metrics",
                              "127.0.0.1:0"},
                             outside::plain_environment(folder / "home"),
                             folder / "serving"};
    const auto at = serving.line_after("metrics on ");
    return numbers_of(page_at(static_cast<std::uint16_t>(std::stoi(at.substr(at.rfind(':') + 1)))));
}

// Somebody who owns a database and has no other right.
std::string as_owner(const PostgresCluster& cluster)
{
    auto url = cluster.url();
    return url.replace(url.find("user=frikort"), 12, "user=plain");
}

} // namespace

TEST_CASE("Status warns where standbys follow and nobody waits for them, and where those waited for are away")
{
    PostgresCluster primary;
    {
        const PostgresServer first{primary.url(), 1};
    } // makes the tables
    CHECK_THAT(status_of(primary), ContainsSubstring("Standbys connected: 0. What is acknowledged is on the "
                                                     "database's own machine alone.\n") &&
                                       !ContainsSubstring("WARNING"));

    std::optional<PostgresCluster> standby;
    standby.emplace(PostgresCluster::AsStandby{primary, "other_house"});
    until_standbys_are(primary, "async");
    CHECK_THAT(status_of(primary),
               ContainsSubstring("Standbys connected: 1. WARNING: No commit waits for a standby"));
    CHECK(metrics_of(primary).at("frikort_central_standby_state{state=\"not_waited_for\"}") == 1);

    set(primary, "synchronous_standby_names = 'other_house'");
    until_standbys_are(primary, "sync");
    CHECK_THAT(status_of(primary),
               ContainsSubstring("Standbys connected: 1. What is acknowledged is on a standby too.\n") &&
                   !ContainsSubstring("WARNING"));

    // It is there, and goes by another name than the one that is waited for.
    set(primary, "synchronous_standby_names = 'ANY 1 (house_b, house_c)'");
    until_standbys_are(primary, "async");
    CHECK(replicas_at(primary.url()) == Replicas{State::missing, 1});
    set(primary, "synchronous_standby_names = 'ANY 2 (other_house, house_c)'"); // one of two
    until_standbys_are(primary, "quorum");
    CHECK(replicas_at(primary.url()) == Replicas{State::missing, 1});
    set(primary, "synchronous_standby_names = 'ANY 1 (other_house, house_c)'");
    until_standbys_are(primary, "quorum");
    CHECK(replicas_at(primary.url()) == Replicas{State::waited_for, 1});

    standby.reset();
    until_standbys_are(primary, "");
    CHECK_THAT(status_of(primary), ContainsSubstring("Standbys connected: 0. WARNING: "
                                                     "synchronous_standby_names is set"));
}

TEST_CASE("What this role may not see of standbys is not claimed, and it is said what would show it")
{
    PostgresCluster primary;
    told_by(primary.url(), "CREATE ROLE plain LOGIN");
    const PostgresCluster standby{PostgresCluster::AsStandby{primary, "other_house"}};
    until_standbys_are(primary, "async");
    CHECK(replicas_at(as_owner(primary)) == Replicas{State::not_waited_for, 1}); // that needs no right
    set(primary, "synchronous_standby_names = 'other_house'");
    until_standbys_are(primary, "sync");
    CHECK(replicas_at(as_owner(primary)) == Replicas{State::unseen, 1});
    CHECK_THAT(central::told(replicas_at(as_owner(primary))),
               ContainsSubstring("cannot be seen by this role") && ContainsSubstring("pg_read_all_stats") &&
                   !ContainsSubstring("WARNING"));
    told_by(primary.url(), "GRANT pg_read_all_stats TO plain");
    CHECK(replicas_at(as_owner(primary)) == Replicas{State::waited_for, 1});
}

TEST_CASE("A database server that was told to forget is named, also while it runs")
{
    const PostgresCluster cluster;
    for (const auto* setting : {"fsync", "full_page_writes"}) {
        set(cluster, std::string{setting} + " = off");
        until_it_says(cluster.url(), std::string{"SHOW "} + setting,
                      [](const std::string& said) { return said == "off"; });
        const auto found = replicas_at(cluster.url());
        CHECK(found.off == std::vector<std::string>{setting});
        CHECK_THAT(central::told(found), ContainsSubstring("WARNING: The database server runs with " +
                                                           std::string{setting} + " off"));
        set(cluster, std::string{setting} + " = on");
        until_it_says(cluster.url(), std::string{"SHOW "} + setting,
                      [](const std::string& said) { return said == "on"; });
    }
}

TEST_CASE("Metrics say in one of five words how it is with standbys, and nothing of them on SQLite")
{
    const central::metrics::Meter meter;
    central::metrics::Readings readings{};
    CHECK_THAT(central::metrics::page(meter, readings), !ContainsSubstring("standby"));
    readings.replicas = Replicas{State::missing, 1, {"fsync"}};
    const auto numbers = numbers_of(central::metrics::page(meter, readings));
    for (const auto* word : {"none", "waited_for", "not_waited_for", "missing", "unseen"})
        CHECK(numbers.at("frikort_central_standby_state{state=\"" + std::string{word} + "\"}") ==
              (std::string_view{word} == "missing" ? 1 : 0));
    CHECK(numbers.at("frikort_central_standbys") == 1);
    CHECK(numbers.at("frikort_central_database_forgets") == 1);
}
