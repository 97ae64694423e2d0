// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/staffed_kiosk.hpp"
#include "tests/support/catch.hpp"

using frikort::core::store::Delivery;
using frikort::tests::KioskInTheHouse;
using frikort::tests::StaffedKiosk;

TEST_CASE("A kiosk with no server says that all stays on it, and counts nothing")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("Ikke sat op endnu"));
    CHECK(kiosk.shows("Alt bliver her"));
    CHECK_FALSE(kiosk.shows("Sidste kontakt"));
    CHECK_FALSE(kiosk.shows("Send nu"));
    kiosk.tap("bar.back");
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("Gemt")); // and the visit goes on
}

TEST_CASE("A person can ask for a round at once, and sees what waits for it")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    int rounds = 0;
    kiosk.connect([&] { ++rounds; });
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    CHECK(kiosk.shows("linjer venter. De er gemt her."));
    kiosk.tap("about.send");
    CHECK(rounds == 1);
    kiosk.tap("about.send");
    CHECK(rounds == 2);
}

TEST_CASE(
    "Anybody can send what waits, and only staff release what was refused or written under another name")
{
    StaffedKiosk kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.set_up();
    kiosk.tap("bar.close");
    {
        const auto work = kiosk.store().begin();
        const auto waiting = work->outbox().waiting(2, 1'000'000);
        const auto id = [&](std::size_t which) {
            return frikort::core::records::decode_header(waiting.at(which).header)->id;
        };
        work->outbox().mark(id(0), Delivery::rejected, "stream");
        work->outbox().mark(id(1), Delivery::rejected, frikort::core::store::fork_word);
        work->commit();
    }
    const auto refused = [&] { return kiosk.store().begin()->outbox().count(Delivery::rejected); };
    int rounds = 0;
    kiosk.connect([&] { ++rounds; });
    kiosk.tap("bar.display");
    kiosk.tap("about.title");
    kiosk.tap("words.more");
    CHECK(kiosk.shows("linjer blev ikke taget imod."));
    kiosk.tap("about.send");
    CHECK(rounds == 1);
    CHECK(refused() == 2);
    kiosk.tap("bar.home");

    kiosk.sign_in();
    kiosk.tap("desk.health");
    kiosk.tap("health.send_again");
    CHECK(rounds == 2);
    CHECK(refused() == 0);
}
