// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/support/catch.hpp"

using frikort::tests::KioskInTheHouse;

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
