// SPDX-License-Identifier: MPL-2.0
#include "core/actions/server_half.hpp"
#include "tests/journeys/synced_kiosk.hpp"
#include "tests/support/catch.hpp"

// A kiosk without a TPM: opening by name needs one contact since it was switched on.

using namespace frikort::tests;
namespace core = frikort::core;

TEST_CASE(
    "After a power cut without a network a name does not open and the screen says why, and the card does")
{
    CentralInTheTown central;
    SyncedKiosk kiosk{central, "Havnen"};
    const auto card = kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    central.stop();
    kiosk.lose_power();
    kiosk.tap("home.book");
    kiosk.tap("door.name");
    CHECK(kiosk.shows("Dit navn virker ikke endnu"));
    CHECK(kiosk.shows("Skærmen skal have net én gang, efter den er tændt. Brug dit kort så længe."));
    kiosk.tap("open.not_yet.card");
    CHECK(kiosk.shows("Hold kortet frem"));
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("500 kr."));
    kiosk.tap("bar.close");

    // Held up where a name was to be typed, the card opens as well.
    kiosk.tap("home.book");
    kiosk.tap("door.name");
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    // Somebody stands before it when the network comes.
    kiosk.tap("home.book");
    kiosk.tap("door.name");
    central.start();
    kiosk.round();
    kiosk.until_it_shows("Hvad kalder vi dig?");
    kiosk.press("BO");
    kiosk.tap("action.next");
    kiosk.press("371904");
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Who makes a book while names do not open yet is told to take the card, and opens by name after it")
{
    CentralInTheTown central;
    SyncedKiosk kiosk{central, "Havnen"};
    kiosk.make_notebook("KIM");
    kiosk.tap("bar.close");
    central.stop();
    kiosk.lose_power();

    kiosk.begin_notebook("BO", "730264");
    CHECK(kiosk.shows("Tag kortet med. Skærmen skal have net, før dit navn kan åbne bogen."));
    CHECK_FALSE(kiosk.shows("Jeg bruger mit navn her"));
    const auto card = kiosk.take_card();
    kiosk.tap("bar.close");

    central.start();
    kiosk.round();
    kiosk.open_with(card, "730264");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");
    kiosk.open_by_name("BO", "730264");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Staff sign in after a power cut without a network, and see that names do not open yet")
{
    CentralInTheTown central;
    SyncedKiosk kiosk{central, "Havnen"};
    kiosk.set_up(kiosk.place.stream.name);
    kiosk.tap("bar.close");
    central.stop();
    kiosk.lose_power();
    kiosk.sign_in();
    kiosk.tap("desk.health");
    CHECK(kiosk.shows("Åbn bogen med navn"));
    CHECK(kiosk.shows("Skærmen skal have net én gang, efter den er tændt. Brug dit kort så længe."));
}

TEST_CASE("Staff are told when the server gives another key than before, until they have seen it")
{
    StaffedKiosk kiosk;
    const auto card = kiosk.make_notebook("KIM");
    kiosk.tap("bar.close");
    kiosk.set_up();
    kiosk.tap("bar.close");
    for (int twice = 0; twice < 2; ++twice) {
        std::vector<core::sealing::PepperHalf> halves;
        halves.push_back(core::sealing::PepperHalf::random(kiosk.machine().chance));
        const auto work = kiosk.store().begin();
        kiosk.machine().whole =
            core::actions::note_half(*work, kiosk.machine().pepper, halves, kiosk.clock().today());
        work->commit();
    }
    kiosk.sign_in();
    kiosk.tap("desk.health");
    CHECK(kiosk.shows("Åbn bogen én gang med kort. Så virker navnet igen."));
    CHECK(kiosk.shows("Den giver skærmen en anden nøgle end før. Sig det til dem, der passer skærmen."));
    kiosk.tap("health.damage.seen");
    CHECK_FALSE(kiosk.shows("Åbn bogen én gang med kort"));
    kiosk.tap("bar.close");
    kiosk.open_with(card);
    CHECK(kiosk.shows("Min bog 2025"));
}
