// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child.hpp"
#include "tests/sync/support/real.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;

namespace {

// A server process on a database that others may serve too. Says its port, and answers until it is killed.
int serve(const std::string& url, const TemporaryFolder& folder, std::uint64_t seed,
          const Child::Mouth& mouth)
{
    frikort::core::sealing::start();
    SeededChance chance{seed};
    frikort::core::store::postgresql::PostgresCentralStore store{
        url, frikort::core::store::Erasures{folder / "erasures"}, chance};
    const StillClock clock;
    CountedJournal journal;
    frikort::core::sealing::SystemChance halves; // drawn by any thread
    const central::api::Desk desk{store, clock, journal, halves};
    central::DeskSite site{desk, journal};
    const central::http::Server server{"127.0.0.1", 0, site};
    mouth.say(std::to_string(server.port()));
    for (;;) ::pause();
}

class ServerProcess {
public:
    ServerProcess(const std::string& url, std::uint64_t seed)
        : child_{[&](const Child::Mouth& mouth) { return serve(url, folder_, seed, mouth); }},
          url_{"http://127.0.0.1:" + child_.line().value_or("0")}
    {
    }
    const std::string& url() const { return url_; }
    void kill() { child_.kill(); }

private:
    TemporaryFolder folder_;
    Child child_;
    std::string url_;
};

} // namespace

TEST_CASE("Of two servers on one database one is killed in the middle of a push and the other goes on")
{
    const ServedDatabase database{Engine::postgresql};
    // Processes first: they are begun while this one has one thread.
    ServerProcess dying{database.url(), 11};
    const ServerProcess other{database.url(), 12};
    RealServer here{database}; // gives out the codes, and looks

    RealKiosk kiosk{1, here, {.central = dying.url()}};
    const Notebook notebook{5};
    kiosk.scribe().begin(notebook);
    for (int i = 0; i < 20; ++i) kiosk.scribe().write(notebook);
    REQUIRE(kiosk.round().end == End::done);
    REQUIRE(here.of_stream(notebook.stream).size() == 21);
    for (int i = 0; i < 30; ++i) kiosk.scribe().write(notebook);

    // The dying server has noted the request, and waits for its turn to take the records.
    auto held = here.store.begin();
    (void)held->stock().standing();
    agent::Outcome cut;
    Beside round{[&] { cut = kiosk.round(); }};
    until_it_says(database.url(), waiting_for_a_lock,
                  [](const std::string& waiting) { return waiting == "1"; });
    dying.kill();
    round.wait();
    held.reset();
    CHECK(cut.end == End::no_server);
    CHECK(here.of_stream(notebook.stream).size() == 21);

    kiosk.lead_to(other.url());
    CHECK(kiosk.round().end == End::done);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused == 0);
    CHECK(here.of_stream(notebook.stream).size() == 51);
    const auto held_from = here.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held_from.highest == 51);
    CHECK(held_from.lacks.empty());
    CHECK(here.store.look()->stock().standing().counter == 51);
    CHECK(here.store.look()->stock().quarantined() == 0);
}

TEST_CASE("Kiosks that push to two servers at once find each other's records, every one once")
{
    const ServedDatabase database{Engine::postgresql};
    const ServerProcess one{database.url(), 11};
    const ServerProcess two{database.url(), 12};
    RealServer here{database};
    RealKiosk first{1, here, {.central = one.url()}};
    RealKiosk second{2, here, {.central = two.url()}};
    const auto send = [](RealKiosk& kiosk) {
        for (int round = 0; round < 6; ++round) {
            for (int i = 0; i < 15; ++i)
                kiosk.scribe().write(kiosk.place.stream, frikort::core::records::Class::content, {1});
            if (kiosk.round().end != End::done) return;
        }
    };
    {
        Beside beside{[&] { send(first); }};
        send(second);
    }
    CHECK(first.round().end == End::done);
    CHECK(second.round().end == End::done);
    CHECK(first.holds(first.place.stream) == 180);
    CHECK(second.holds(first.place.stream) == 180);
    CHECK(here.of_stream(first.place.stream).size() == 180);
}
