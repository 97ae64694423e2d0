// SPDX-License-Identifier: MPL-2.0
#include <set>
#include <sstream>

#include "core/store/store.hpp"
#include "sync/central/commands/listening.hpp"
#include "sync/central/metrics/exposition.hpp"
#include "sync/central/metrics/metered_site.hpp"
#include "sync/central/metrics/site.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pattern.hpp"
#include "tests/sync/support/hostile.hpp"
#include "tests/sync/support/real.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using central::api::Event;
using frikort::core::store::StoreFailure;
namespace metrics = central::metrics;

namespace {

// As `serve --metrics` puts it together, in memory.
struct MeteredServer {
    std::uint16_t port() const { return server.port(); }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port()); }
    std::string code(const std::string& centre = "Perronen") { return central.code_for(centre); }
    std::string page() const { return page_at(metrics_server.port()); }
    Numbers numbers() const { return numbers_of(page()); }

    Central central;
    metrics::Meter meter;
    metrics::MeteredJournal journal{central.journal, meter};
    central::api::Desk desk{central.store, central.clock, journal, central.halves};
    central::DeskSite desk_site{desk, journal};
    metrics::MeteredSite site{desk_site, meter};
    central::http::Server server{"127.0.0.1", 0, site};
    std::optional<central::Replicas> replicas;
    metrics::MetricsSite metrics_site{meter, server, central.store, central.clock,
                                      [this] { return replicas; }};
    central::http::Server metrics_server{"127.0.0.1", 0, metrics_site, metrics::MetricsSite::bounds()};
};

std::set<std::string> series_of(const std::string& page)
{
    std::set<std::string> series;
    for (const auto& [name, value] : numbers_of(page)) series.insert(name);
    return series;
}

} // namespace

TEST_CASE("The page of metrics is what Prometheus reads, line by line")
{
    MeteredServer server;
    server.replicas.emplace(); // as on PostgreSQL, which has some lines more
    const auto page = server.page();
    using frikort::tests::support::Pattern;
    const Pattern help{"# HELP [a-z_][a-z0-9_]* [^\\\\]+"};
    const Pattern type{"# TYPE [a-z_][a-z0-9_]* (counter|gauge)"};
    const Pattern sample{
        "[a-z_][a-z0-9_]*(\\{[a-z_]+=\"[a-z_]+\"(,[a-z_]+=\"[a-z_]+\")*\\})? [0-9]+(\\.[0-9]+)?"};
    std::set<std::string> families;
    std::set<std::string> seen;
    std::string now;
    enum { nothing, after_help, after_type } state = nothing;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        if (line.starts_with("# HELP ")) {
            REQUIRE(help.is_all_of(line));
            REQUIRE(state != after_help); // no family without a number
            now = line.substr(7, line.find(' ', 7) - 7);
            CHECK(families.insert(now).second);
            state = after_help;
        } else if (line.starts_with("# TYPE ")) {
            REQUIRE(type.is_all_of(line));
            REQUIRE(state == after_help);
            CHECK(line.substr(7, line.find(' ', 7) - 7) == now);
            CHECK(line.ends_with(" counter") == now.ends_with("_total"));
            CHECK((now.starts_with("frikort_central_") || now.starts_with("process_")));
            state = after_type;
        } else {
            REQUIRE(state == after_type);
            REQUIRE(sample.is_all_of(line));
            CHECK(line.substr(0, line.find_first_of(" {")) == now);
            CHECK(seen.insert(line.substr(0, line.rfind(' '))).second);
        }
    }
    CHECK(page.ends_with('\n'));
    CHECK(families.size() > 20);
    const Client client{server.metrics_server.port()};
    REQUIRE(client.say("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    CHECK_THAT(client.hear(),
               ContainsSubstring("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
}

TEST_CASE(
    "However many kiosks and centres there are the page of metrics has the same lines and names none of them")
{
    MeteredServer server;
    const auto before = series_of(server.page());
    std::vector<std::string> secrets{"first epoch", "Perronen", "Gaden", "127.0.0.1", "127_0_0_1"};
    for (std::uint64_t i = 1; i <= 6; ++i) {
        HonestKiosk kiosk{i, server.url(), server.code(i % 2 == 0 ? "Perronen" : "Gaden")};
        const Notebook notebook{i};
        for (int entries = 0; entries < 5; ++entries) kiosk.write(notebook);
        REQUIRE(kiosk.round().end == End::done);
        secrets.push_back(frikort::core::sealing::device_of(kiosk.key.open()).hex().substr(0, 8));
        secrets.push_back(notebook.stream.name.hex().substr(0, 8));
    }
    for (const auto* words :
         {"GET /a1b2c3d4 HTTP/1.1\r\nHost: a\r\n\r\n", "POST /sync/push HTTP/1.1\r\nHost: b\r\n\r\n",
          "BREW /health HTTP/1.1\r\nHost: b\r\n\r\n", "nonsense\r\n\r\n"}) {
        const Client client{server.port()};
        client.say(words);
        client.end();
        client.hear();
    }
    const auto page = server.page();
    CHECK(series_of(page) == before);
    for (const auto& secret : secrets) CHECK_THAT(page, !ContainsSubstring(secret));
    CHECK_THAT(page, !ContainsSubstring("a1b2c3d4"));
}

TEST_CASE("What kiosks send and are told stands in the metrics, number for number")
{
    MeteredServer server;
    HonestKiosk kiosk{1, server.url(), server.code()};
    const Notebook notebook{5};
    for (int i = 0; i < 250; ++i) kiosk.write(notebook);
    REQUIRE(kiosk.round().end == End::done);
    auto numbers = server.numbers();
    CHECK(numbers.at("frikort_central_requests_total{path=\"enrol\",outcome=\"done\"}") == 1);
    CHECK(numbers.at("frikort_central_requests_total{path=\"push\",outcome=\"done\"}") == 2);
    CHECK(numbers.at("frikort_central_records_total{verdict=\"accepted\"}") == 250);
    CHECK(numbers.at("frikort_central_records_total{verdict=\"rejected\"}") == 0);
    CHECK(numbers.at("frikort_central_newest_counter") == 250);
    CHECK(numbers.at("frikort_central_kiosks{state=\"well\"}") == 1);
    CHECK(numbers.at("frikort_central_database_up") == 1);
    CHECK(numbers.at("frikort_central_connections") == 1); // the kiosk's own, kept
    CHECK(numbers.at("frikort_central_received_bytes_total") > 250 * 300);
    CHECK(numbers.at("frikort_central_sent_bytes_total") > 1000);
    CHECK(numbers.at("frikort_central_epoch_seen_timestamp_seconds") == 1'763'000'000);
    CHECK(numbers.at("process_resident_memory_bytes") > 1'000'000);
    CHECK(numbers.at("process_open_fds") > 5);

    const Client stranger{server.port()};
    for (const auto* words :
         {"GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "GET /sync/push HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
          "POST /sync/push HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"})
        REQUIRE(stranger.say(words));
    stranger.hear();
    server.central.store.fail_commits(StoreFailure::Kind::full);
    kiosk.write(notebook);
    CHECK(kiosk.round().end != End::done);
    server.central.clock.pass(std::chrono::hours{9});
    numbers = server.numbers();
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"no_such_path\"}") == 1);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"other_method\"}") == 1);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"other_content\"}") == 1);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"no_length\"}") == 1);
    CHECK(numbers.at("frikort_central_requests_total{path=\"none\",outcome=\"refused\"}") == 1);
    CHECK(numbers.at("frikort_central_refusals_total{reason=\"busy\"}") >= 1);
    CHECK(numbers.at("frikort_central_database_errors_total{kind=\"full\"}") >= 1);
    CHECK(numbers.at("frikort_central_events_total{event=\"store_failed\"}") >= 1);
    CHECK(numbers.at("frikort_central_kiosks{state=\"silent\"}") == 1);
    server.central.store.fail_commits(std::nullopt);
    server.central.store.begin_epoch("second epoch");
    CHECK(server.numbers().at("frikort_central_epoch_seen_timestamp_seconds") == 1'763'000'000 + 9 * 3600);
}

TEST_CASE("Every event and every reason of the protocol has its number")
{
    std::size_t events = 0;
    for (int i = 0; i < 100; ++i)
        if (word_of(static_cast<Event>(i)) != "unknown") ++events;
    CHECK(events == central::api::all_events.size());
    for (int i = 0; i <= static_cast<int>(protocol::Fault::unknown); ++i) {
        const auto fault = static_cast<protocol::Fault>(i);
        metrics::Meter meter;
        meter.answered(metrics::Way::push, protocol::status_of(fault), fault);
        std::string_view counted;
        for (std::size_t at = 0; at < metrics::all_reasons.size(); ++at)
            if (meter.refusals(at) == 1) counted = metrics::all_reasons[at].word;
        CHECK(counted == (fault == protocol::Fault::unknown ? "other" : word_of(fault)));
    }
}

TEST_CASE("The port of kiosks hands out no metrics and the port of metrics takes nothing from kiosks")
{
    const MeteredServer server;
    const auto asked = [](std::uint16_t port, const std::string& words) {
        const Client client{port};
        REQUIRE(client.say(words));
        return client.status();
    };
    CHECK(asked(server.port(), "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n") == 404);
    const auto metrics_port = server.metrics_server.port();
    CHECK(asked(metrics_port, "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n") == 200);
    CHECK(asked(metrics_port, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n") == 404);
    CHECK(asked(metrics_port, "POST /sync/push HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == 404);
    CHECK(asked(metrics_port, "POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == 405);
}

TEST_CASE("Metrics are given out on this machine alone")
{
    using central::commands::is_this_machine;
    using central::commands::read_listening;
    for (const auto* here : {"127.0.0.1:9480", "[::1]:9480", "127.9.9.9:1"})
        CHECK(is_this_machine(read_listening(here).value()));
    for (const auto* elsewhere : {"0.0.0.0:9480", "[::]:9480", "192.168.1.2:9480", "central.example:9480",
                                  "localhost.example:1", "1127.0.0.1:1", "[::ffff:1.2.3.4]:1"})
        CHECK_FALSE(is_this_machine(read_listening(elsewhere).value()));
    for (const auto* nowhere :
         {"", "9480", ":9480", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:-1"})
        CHECK_FALSE(read_listening(nowhere));
}

TEST_CASE("A database that is out of reach is told, and the rest of the page with it")
{
    class Gone final : public frikort::core::store::CentralStore {
        std::unique_ptr<frikort::core::store::CentralWork> begin() override { fail(); }
        std::unique_ptr<frikort::core::store::CentralWork> begin_forgettable() override { fail(); }
        std::unique_ptr<const frikort::core::store::CentralWork> look() override { fail(); }
        [[noreturn]] static void fail() { throw StoreFailure{StoreFailure::Kind::unreachable, "gone"}; }
    };
    MeteredServer server;
    Gone gone;
    metrics::MetricsSite site{server.meter, server.server, gone, server.central.clock,
                              [] { return std::nullopt; }};
    const central::http::Server alone{"127.0.0.1", 0, site, metrics::MetricsSite::bounds()};
    const auto numbers = numbers_of(page_at(alone.port()));
    CHECK(numbers.at("frikort_central_database_up") == 0);
    CHECK(numbers.contains("process_resident_memory_bytes"));
    CHECK_FALSE(numbers.contains("frikort_central_newest_counter"));
}
