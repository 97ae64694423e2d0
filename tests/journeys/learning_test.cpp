// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/support/catch.hpp"

using frikort::tests::KioskInTheHouse;

TEST_CASE("Somebody reads what a frikort is a thought at a time and back and leaves nothing behind")
{
    KioskInTheHouse kiosk;
    kiosk.tap("learn.title");
    kiosk.touch("Hvad er et frikort?");
    CHECK(kiosk.shows("1 af 6"));
    const auto* code = kiosk.stage().semantics().find("Frikortet er nu fast");
    REQUIRE(code);
    CHECK(code->role == frikort::kiosk::ui::Role::qr);
    kiosk.tap("action.next");
    CHECK(kiosk.shows("2 af 6"));
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Grænsen i 2025 er 42.766 kr."));
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("2 af 6"));
    for (int step = 2; step < 6; ++step) kiosk.tap("action.next");
    kiosk.tap("learn.done");
    CHECK(kiosk.shows("Sådan får du det")); // the pages there are
    kiosk.tap("limit.title");
    CHECK(kiosk.shows("42.766 kr."));
    kiosk.tap("bar.home");
    CHECK(kiosk.shows("Hej. Hvad vil du?"));
}

TEST_CASE("A card held up while somebody reads opens nothing, and on the front page it does")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.tap("learn.title");
    kiosk.stage().scan(card);
    CHECK(kiosk.shows("Om frikortet"));
    kiosk.tap("bar.home");
    kiosk.stage().scan(card);
    CHECK(kiosk.shows("Tryk din kode"));
}

TEST_CASE("With a clock nobody trusts no limit is asked for of the year it believes in")
{
    KioskInTheHouse kiosk{
        std::make_unique<frikort::tests::DoubtedDay>(*frikort::core::base::Date::from(1970, 1, 1))};
    kiosk.tap("learn.title");
    kiosk.tap("limit.title");
    CHECK(kiosk.shows("42.766 kr."));
    CHECK_FALSE(kiosk.shows("1970"));
}
