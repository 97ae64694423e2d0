// SPDX-License-Identifier: MPL-2.0
#include "core/actions/erase_notebook.hpp"
#include "core/store/sqlite/connection.hpp"
#include "sync/agent/enrol.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/colleagues.hpp"

// The server's clock runs ahead by more than the ninety days that a centre follows a notebook, and is set
// right.

using namespace frikort::tests;
using namespace std::chrono_literals;
namespace actions = frikort::core::actions;

namespace {

constexpr auto wrongly_ahead = 24h * 351;

// A notebook that was made at the first kiosk, and whose card was held up at the second of another centre.
struct Visit {
    Visit()
    {
        home.log(kim.notebook, 1);
        home.round();
        away.round();
        REQUIRE(away.follow(kim.card, "482915"));
        away.round();
        REQUIRE(away.open(kim.card, "482915"));
        away.round();
    }
    bool opens_away() { return away.open(kim.card, "482915").has_value(); }
    const frikort::core::records::StreamId& stream() const { return kim.notebook.stream(); }

    RealServer server;
    VisitedKiosk home{1, server};
    VisitedKiosk away{2, server, "Havnen"};
    actions::Made kim = home.new_notebook();
};

void forget_follows(RealServer& server)
{
    frikort::core::store::sqlite::Connection{server.database.folder() / "central.db"}.execute(
        "DELETE FROM follow");
    const auto work = server.store.begin();
    work->stock().begin_epoch("another");
    work->commit();
}

} // namespace

TEST_CASE("A copy that a wrong clock ended opens again once the server's clock is right")
{
    Visit at;
    at.server.clock.pass(wrongly_ahead);
    at.away.round();
    CHECK_FALSE(at.opens_away());
    at.server.clock.pass(-wrongly_ahead);
    at.away.round();
    at.away.round();
    CHECK(at.opens_away());
}

TEST_CASE("What was written while a wrong clock hid it comes once the server's clock is right")
{
    Visit at;
    at.server.clock.pass(wrongly_ahead);
    at.home.log(at.kim.notebook, 2);
    at.home.round();
    const auto before = at.away.holds(at.stream());
    at.away.round();
    CHECK(at.away.holds(at.stream()) == before);
    at.server.clock.pass(-wrongly_ahead);
    at.away.round();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == before + 1);
    CHECK(at.opens_away());
}

TEST_CASE("A copy that was opened while the clock ran ahead ends ninety days after it was set right")
{
    Visit at;
    at.server.clock.pass(wrongly_ahead);
    at.away.round();
    REQUIRE(at.away.follow(at.kim.card, "482915"));
    at.away.round();
    REQUIRE(at.away.open(at.kim.card, "482915"));
    at.away.round(); // dated a year ahead, at both
    at.server.clock.pass(-wrongly_ahead);
    for (int i = 0; i < 3; ++i) at.away.round();
    CHECK(at.server.store.look()->follows().opened(at.away.place.stream, at.stream()) ==
          at.server.clock.now());
    at.server.clock.pass(24h * 91);
    at.away.round();
    CHECK_FALSE(at.opens_away());
}

TEST_CASE("A code that was made while the clock ran ahead is good for no longer than any other")
{
    Central central;
    central.clock.pass(wrongly_ahead);
    const auto code = central.code_for("Perronen");
    central.clock.pass(-wrongly_ahead);
    Kiosk kiosk{1, central};
    CHECK(frikort::sync::agent::enrol(kiosk.store, kiosk.wire, kiosk.key, code).error() ==
          frikort::sync::agent::EnrolRefusal::unknown_code);
    CHECK(frikort::sync::agent::enrol(kiosk.store, kiosk.wire, kiosk.key, central.code_for("Perronen")));
}

TEST_CASE("Clocks of two servers that are a little apart make nobody ask for everything again")
{
    Visit at;
    const auto asks_again = [&] { return at.away.store().begin()->facts().get("sync.set_back") == "1"; };
    at.server.clock.pass(-10min);
    at.away.round();
    CHECK_FALSE(asks_again());
    at.server.clock.pass(-25h);
    at.away.round();
    CHECK(asks_again()); // and this is how that would show
    at.away.round();
    CHECK_FALSE(asks_again());
}

TEST_CASE("What waits is told to a server that was put back while its clock ran ahead, once it is right")
{
    OneCentre at;
    at.ask_and_read_elsewhere("Der mangler 200 kr.");
    at.server.clock.pass(wrongly_ahead);
    at.both_go_round();
    forget_follows(at.server);
    at.both_go_round();
    CHECK_FALSE(at.second.open(at.kim.card, "482915"));
    at.server.clock.pass(-wrongly_ahead);
    at.both_go_round();
    at.both_go_round();
    CHECK(at.second.open(at.kim.card, "482915"));
    CHECK(at.second.words() == "Der mangler 200 kr.");
}

TEST_CASE("A copy by card of which a restored server knows nothing hears of its erasure within a day")
{
    Visit at;
    forget_follows(at.server);
    actions::erase_notebook(at.home.store(), at.home.actions, at.kim.notebook);
    for (int i = 0; i < 2; ++i) {
        at.home.round();
        at.away.round();
    }
    at.server.clock.pass(25h);
    at.away.round();
    CHECK(at.away.holds(at.stream()) == 1); // the erasure
    CHECK_FALSE(at.away.open(at.kim.card, "482915"));
}
