// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"
#include "core/actions/messages.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

// A person goes from one centre to another: two kiosks with real screens, their own threads, and one server.

using namespace frikort::core;
using frikort::tests::CentralInTheTown;
using frikort::tests::SyncedKiosk;

namespace {

struct TwoCentres {
    CentralInTheTown central;
    SyncedKiosk havnen{central, "Havnen"};
    SyncedKiosk perronen{central, "Perronen"};

    // Until what each wrote is at the other.
    void both_go_round()
    {
        for (int i = 0; i < 2; ++i) {
            perronen.round();
            havnen.round();
        }
    }
};

} // namespace

TEST_CASE("Somebody goes to another centre, and the card and the code bring everything there")
{
    TwoCentres at;
    const auto card = at.havnen.make_notebook("BO");
    at.havnen.write_pay("log.day.today", "500");
    at.havnen.tap("bar.close");
    at.havnen.round();

    at.perronen.open_with(card);
    at.perronen.until_it_shows("Min bog 2025");
    at.perronen.tap("overview.show");
    CHECK(at.perronen.shows("500 kr."));
    at.perronen.write_pay("log.day.today", "250");
    at.perronen.tap("bar.close");

    // And back, with what was written while neither heard of the other.
    at.havnen.open_with(card);
    at.havnen.write_pay("log.day.today", "80");
    at.havnen.tap("bar.close");
    at.both_go_round();
    for (auto* kiosk : {&at.perronen, &at.havnen}) {
        kiosk->open_with(card);
        CHECK(kiosk->shows("Min bog 2025"));
        kiosk->tap("overview.show");
        CHECK(kiosk->shows("830 kr."));
    }
}

TEST_CASE(
    "The limit that was crossed at two kiosks without a network is shown at both, and nothing is refused")
{
    TwoCentres at;
    const auto card = at.havnen.make_notebook("BO");
    at.havnen.tap("bar.close");
    at.havnen.round();
    at.perronen.open_with(card);
    at.perronen.until_it_shows("Min bog 2025");
    at.perronen.write_pay("log.day.today", "30000");
    at.perronen.tap("bar.close");
    at.havnen.open_with(card);
    at.havnen.write_pay("log.day.today", "30000");
    at.havnen.tap("bar.close");
    at.both_go_round();
    for (auto* kiosk : {&at.perronen, &at.havnen}) {
        kiosk->open_with(card);
        kiosk->tap("overview.show");
        CHECK(kiosk->shows("60.000 kr."));
        CHECK(kiosk->shows("Tal med din kommune"));
    }
}

TEST_CASE("Without a network a card from elsewhere is not called new, and with it the same touch opens it")
{
    CentralInTheTown central;
    SyncedKiosk havnen{central, "Havnen"};
    const auto card = havnen.make_notebook("BO");
    havnen.tap("bar.close");
    havnen.round();
    SyncedKiosk perronen{central, "Perronen"};
    central.stop();
    perronen.open_with(card);
    perronen.until_it_shows("Vi kan ikke hente din bog lige nu");
    CHECK(perronen.shows("Skærmen har ikke net."));
    CHECK_FALSE(perronen.shows("Lav en ny bog"));
}

TEST_CASE(
    "A wrong code for a card from elsewhere is told with what is left, and one waits by the server's word")
{
    TwoCentres at;
    const auto card = at.havnen.make_notebook("BO");
    at.havnen.tap("bar.close");
    at.havnen.round();
    at.perronen.open_with(card, "371905");
    at.perronen.until_it_shows("Koden passer ikke");
    for (int i = 0; i < 2; ++i) {
        at.perronen.tap("action.again");
        at.perronen.press("371905");
        at.perronen.tap("open.action");
        at.perronen.until(
            [&] { return at.perronen.shows("Koden passer ikke") || at.perronen.shows("Vent"); });
    }
    CHECK(at.perronen.shows("Vent 30 sekunder"));
}

TEST_CASE("A card that nobody has a book with is told so, also when the server was asked")
{
    TwoCentres at;
    frikort::tests::SeededChance chance{4};
    const auto card = people::Card::make(chance);
    at.perronen.open_with(card.qr_text().view());
    at.perronen.until_it_shows("Kortet er nyt her");
    CHECK(at.perronen.shows("Lav en ny bog"));
}

TEST_CASE("The receipt from one centre reads its answer at another")
{
    TwoCentres at;
    at.havnen.set_up(at.havnen.place.stream.name);
    at.havnen.tap("bar.close");
    const auto& clock = at.havnen.clock();
    const auto sent = actions::send_without_notebook(at.havnen.store(), at.havnen.machine(),
                                                     {support::Topic::pay, support::Wish::read_answer,
                                                      std::string{"Min løn er ikke kommet"}, std::nullopt},
                                                     clock);
    REQUIRE(sent);
    const auto waiting = actions::waiting_requests(at.havnen.store(), at.havnen.machine(), at.havnen.lone());
    REQUIRE(waiting);
    for (const auto& each : *waiting)
        REQUIRE(actions::answer_request(at.havnen.store(), at.havnen.machine(), at.havnen.lone(), each,
                                        "Pengene kommer fredag", actions::Although::nobody_else, clock));
    at.havnen.round();
    at.perronen.stage().scan(sent->receipt.qr_text().view());
    at.perronen.until_it_shows("Pengene kommer fredag");
    CHECK(at.perronen.shows("Min løn er ikke kommet"));
}
