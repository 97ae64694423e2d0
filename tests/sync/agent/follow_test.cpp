// SPDX-License-Identifier: MPL-2.0
#include "core/actions/messages.hpp"
#include "sync/central/api/streams.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

using namespace frikort::tests;
using namespace std::chrono_literals;
using frikort::core::actions::NotOpened;
using frikort::sync::agent::End;
using frikort::sync::agent::NotFollowed;
using Why = NotFollowed::Why;

namespace {

// A notebook at one centre, and a kiosk that never saw it at another.
struct Elsewhere {
    explicit Elsewhere(Engine engine = Engine::sqlite) : server{engine}
    {
        home.log(made.notebook, 100);
        home.round();
        away.round();
    }
    NotFollowed refused(const char* digits)
    {
        const auto followed = away.follow(made.card, digits);
        REQUIRE_FALSE(followed);
        return followed.error();
    }
    const frikort::core::records::StreamId& stream() const { return made.notebook.stream(); }

    RealServer server;
    VisitedKiosk home{1, server};
    VisitedKiosk away{2, server, "Havnen"};
    frikort::core::actions::Made made = home.new_notebook();
};

NotOpened::Why why_shut(const frikort::core::actions::Opening& opening)
{
    REQUIRE_FALSE(opening);
    return opening.error().why;
}

} // namespace

TEST_CASE("A notebook opened at a second centre with its card appears with everything")
{
    Elsewhere at{GENERATE(every_real_engine())};
    for (int i = 0; i < 700; ++i) at.home.log(at.made.notebook, 1); // more than a page
    at.home.round();
    CHECK(why_shut(at.away.open(at.made.card, "482915")) == NotOpened::Why::unknown);
    REQUIRE(at.away.follow(at.made.card, "482915"));
    const auto there = at.away.open(at.made.card, "482915");
    REQUIRE(there);
    CHECK(at.away.sum(*there) == 800);
    CHECK(at.away.unreadable(*there) == 0);
    CHECK(frikort::core::actions::read_notebook(at.away.store(), *there).book.call_name() == "Kim");
}

TEST_CASE("Entries made at two centres while both are offline merge and are there once")
{
    Elsewhere at{GENERATE(every_real_engine())};
    REQUIRE(at.away.follow(at.made.card, "482915"));
    const auto there = at.away.open(at.made.card, "482915");
    at.home.log(at.made.notebook, 20'000);
    at.away.log(*there, 30'000);
    CHECK(at.home.sum(at.made.notebook) == 20'100);
    CHECK(at.away.sum(*there) == 30'100);
    for (int i = 0; i < 2; ++i) {
        at.home.round();
        at.away.round();
    }
    // Over the limit together: nothing is refused, and both show it.
    CHECK(at.home.sum(at.made.notebook) == 50'100);
    CHECK(at.away.sum(*there) == 50'100);
    CHECK(at.home.standing().refused + at.away.standing().refused == 0);
    CHECK(at.home.holds(at.stream()) == at.away.holds(at.stream()));
}

TEST_CASE("A centre follows a notebook whose records are older than its cursors, and all its kiosks hear")
{
    Elsewhere at{GENERATE(every_real_engine())};
    VisitedKiosk beside{3, at.server, "Havnen"};
    at.home.log(at.home.new_notebook("905071").notebook, 5);
    at.home.round();
    at.away.round();
    beside.round(); // their cursors are behind every record of the notebook
    REQUIRE(at.away.follow(at.made.card, "482915"));
    CHECK(beside.holds(at.stream()) == 0);
    CHECK(beside.round().end == End::done);
    const auto there = beside.open(at.made.card, "482915"); // with no network at all
    REQUIRE(there);
    CHECK(beside.sum(*there) == 100);
    CHECK(beside.round().changed.empty());
}

TEST_CASE("Wrong codes at a second centre are slowed down by the server and cannot be hurried")
{
    Elsewhere at{GENERATE(every_real_engine())};
    CHECK(at.refused("111222").why == Why::wrong_code);
    CHECK(at.refused("111222").tries_left == 1);
    const auto third = at.refused("111222");
    CHECK(third.tries_left == 0);
    CHECK(third.wait == 30s);
    CHECK(at.refused("482915").why == Why::wait); // also the right one
    at.server.clock.pass(29s);
    CHECK(at.refused("482915").wait == 1s);
    // Another kiosk has no tries of its own.
    VisitedKiosk other{3, at.server, "Perronen 2"};
    CHECK(other.follow(at.made.card, "482915").error().why == Why::wait);
    at.server.clock.pass(1s);
    CHECK(at.refused("111222").wait == 60s);
    for (int i = 0; i < 12; ++i) {
        at.server.clock.pass(1h);
        at.refused("111222");
    }
    CHECK(at.refused("111222").wait == 1h);
    at.server.clock.pass(-24h * 365 * 20); // the server's clock was wrong by years
    CHECK(at.refused("111222").wait == 1h);
    at.server.clock.pass(1h); // and what it said then is not waited for
    REQUIRE(at.away.follow(at.made.card, "482915"));
    CHECK(at.refused("111222").tries_left == 2);
}

TEST_CASE(
    "Whoever puts a notebook of their own behind somebody's card gets no more tries by proving that one")
{
    Elsewhere at;
    VisitedKiosk thief{4, at.server, "Perronen 2"};
    REQUIRE(frikort::core::actions::open_new_notebook(thief.store(), thief.actions,
                                                      {*frikort::core::people::CallName::from("Mads"),
                                                       *frikort::core::people::Pin::typed("730264"),
                                                       frikort::core::actions::Recovery::no, at.made.card}));
    thief.round();
    CHECK(thief.follow(at.made.card, "111222").error().why == Why::wrong_code);
    REQUIRE(thief.follow(at.made.card, "730264"));
    CHECK(at.refused("111223").tries_left == 0); // the third that is wrong for it
    REQUIRE(thief.follow(at.made.card, "730264"));
    CHECK(thief.follow(at.made.card, "482915").error().why ==
          Why::wrong_code); // looked at for the thief's alone
    thief.round();
    CHECK(thief.holds(at.stream()) == 0);
    at.server.clock.pass(30s);
    REQUIRE(at.away.follow(at.made.card, "482915"));
}

TEST_CASE("A try at the server counts before the code is looked at")
{
    Elsewhere at;
    // The answers are lost; the tries are not.
    for (int i = 0; i < 3; ++i) at.refused("111222");
    CHECK(at.server.store.look()
              ->follows()
              .tries(frikort::sync::central::api::counted_under(
                  frikort::core::sealing::card_lookup(at.made.card.number()), at.stream()))
              .wrong == 3);
}

TEST_CASE("A card that nobody made is unknown and so is one that a newer one replaced")
{
    Elsewhere at;
    SeededChance chance{9};
    const auto nobodys = frikort::core::people::Card::make(chance);
    CHECK(at.away.follow(nobodys, "482915").error().why == Why::unknown_card);
    const auto renewed = at.home.renew(at.made.notebook, "730264");
    at.home.round();
    CHECK(at.refused("482915").why == Why::unknown_card);
    REQUIRE(at.away.follow(renewed.card, "730264"));
    CHECK(at.away.sum(*at.away.open(renewed.card, "730264")) == 100);
}

TEST_CASE("A notebook that came only in part opens on no kiosk until the rest is there")
{
    RealServer server{{}, {.page_records = 5}};
    VisitedKiosk home{1, server};
    VisitedKiosk away{2, server, "Havnen"};
    const auto made = home.new_notebook();
    for (int i = 0; i < 20; ++i) home.log(made.notebook, 10);
    home.round();
    away.break_after(3); // follow, two pages, and then the line is gone
    CHECK(away.follow(made.card, "482915").error().why == Why::no_server);
    CHECK(away.holds(made.notebook.stream()) > 5);
    CHECK(why_shut(away.open(made.card, "482915")) == NotOpened::Why::unknown);
    away.mend();
    const bool by_itself = GENERATE(true, false);
    if (by_itself)
        CHECK(away.round().end == End::done);
    else
        REQUIRE(away.follow(made.card, "482915"));
    CHECK(away.sum(*away.open(made.card, "482915")) == 200);
}

TEST_CASE("Without a server a card that is not known here is not called unknown")
{
    Elsewhere at;
    at.away.break_after(0);
    CHECK(at.refused("482915").why == Why::no_server);
}

TEST_CASE(
    "A notebook that nobody opens at a centre for ninety days goes from there until its card comes again")
{
    Elsewhere at{GENERATE(every_real_engine())};
    REQUIRE(at.away.follow(at.made.card, "482915"));
    at.away.round();
    at.server.clock.pass(24h * 60);
    CHECK(at.away.open(at.made.card, "482915"));
    at.away.round(); // tells the server that it was opened
    at.server.clock.pass(24h * 60);
    at.home.log(at.made.notebook, 10);
    at.home.round();
    at.away.round();
    CHECK(at.away.sum(*at.away.open(at.made.card, "482915")) == 110);
    at.away.round();

    at.server.clock.pass(24h * 91);
    at.home.log(at.made.notebook, 1);
    at.home.round();
    at.away.round();
    CHECK(why_shut(at.away.open(at.made.card, "482915")) == NotOpened::Why::unknown);
    CHECK(at.home.open(at.made.card, "482915")); // where it was made it stays
    REQUIRE(at.away.follow(at.made.card, "482915"));
    CHECK(at.away.sum(*at.away.open(at.made.card, "482915")) == 111);
}

TEST_CASE("An erasure reaches a kiosk that had stopped following long ago")
{
    Elsewhere at{GENERATE(every_real_engine())};
    REQUIRE(at.away.follow(at.made.card, "482915"));
    at.away.log(*at.away.open(at.made.card, "482915"), 5);
    at.away.round();
    at.home.round();
    at.server.clock.pass(24h * 200);
    at.away.round();
    REQUIRE(frikort::core::actions::erase_notebook(at.home.store(), at.home.actions, at.made.notebook) ==
            frikort::core::actions::Erased::yes);
    at.home.round();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == 1); // the erasure
    CHECK(at.refused("482915").why == Why::unknown_card);
}

TEST_CASE("A kiosk that only wrote into a notebook gets nothing of it")
{
    Elsewhere at;
    at.away.log(at.made.notebook, 1); // a tampered kiosk that knows its name
    at.away.round();
    at.away.round();
    CHECK(at.away.holds(at.stream()) == 1);
}

TEST_CASE("The answer to a request is read at another centre with its receipt")
{
    Elsewhere at;
    namespace people = frikort::core::people;
    const auto receipt = people::Receipt::make(at.home.actions.chance);
    // The notebook of one request: a card, and the code that every receipt has.
    const auto made =
        frikort::core::actions::open_new_notebook(at.home.store(), at.home.actions,
                                                  {*people::CallName::from("Ingen"), people::Receipt::code(),
                                                   frikort::core::actions::Recovery::no, receipt.card()});
    REQUIRE(made);
    at.home.round();
    REQUIRE(at.away.follow(receipt));
    CHECK(frikort::core::actions::open_receipt(at.away.store(), at.away.actions, receipt));
}
