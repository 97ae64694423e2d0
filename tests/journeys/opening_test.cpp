// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/support/catch.hpp"

// Opening a notebook that is there, through the real screens.

using frikort::tests::KioskInTheHouse;
using namespace std::chrono_literals;

TEST_CASE("The card opens the notebook again with everything in it, also after the plug was pulled")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.restart();
    kiosk.open_with(card);
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("500 kr."));
}

TEST_CASE("The call name and the code open the notebook on the kiosk where it was made")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "500");
    kiosk.restart();
    kiosk.open_by_name("BO");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("500 kr."));
}

TEST_CASE("Wrong codes make one wait, and pulling the plug does not shorten it")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.open_with(card, "371905");
    for (int i = 0; i < 2; ++i) {
        CHECK(kiosk.shows("Koden passer ikke"));
        kiosk.tap("action.again");
        kiosk.press("371905");
        kiosk.tap("open.action");
    }
    CHECK(kiosk.shows("Vent 30 sekunder"));
    kiosk.restart();
    kiosk.open_with(card, "371904");
    CHECK(kiosk.shows("Vent"));
    CHECK_FALSE(kiosk.shows("Min bog 2025"));
    kiosk.stage().pass(31s);
    kiosk.press("371904");
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Who meets the wrong kind of code pad can turn to the other, before and after a wrong try")
{
    KioskInTheHouse kiosk;
    kiosk.tap("home.book");
    kiosk.tap("door.new");
    kiosk.press("BO");
    kiosk.tap("action.next");
    kiosk.tap("new.kind.pictures");
    const auto enter = [&] {
        for (const auto* picture : {"picture.1", "picture.5", "picture.2", "picture.9", "picture.3"})
            kiosk.tap(picture);
    };
    for (int twice = 0; twice < 2; ++twice) {
        enter();
        kiosk.tap("action.next");
    }
    kiosk.tap("new.keep.phone");
    const auto card = kiosk.card_on_screen();
    kiosk.tap("new.card.done");
    kiosk.tap("bar.close");

    kiosk.stage().scan(card);
    kiosk.press("371904");
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Koden passer ikke"));
    kiosk.tap("open.use_pictures");
    CHECK_FALSE(kiosk.shows("Koden passer ikke"));
    enter();
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.tap("bar.close");

    kiosk.stage().scan(card);
    kiosk.tap("open.use_pictures");
    kiosk.tap("open.use_digits");
    kiosk.tap("open.use_pictures");
    enter();
    kiosk.tap("open.action");
    CHECK(kiosk.shows("Min bog 2025"));
}

TEST_CASE("Two people with one call name never get one code, and the second hears nothing of the first")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("bar.close");
    kiosk.tap("home.book");
    kiosk.tap("door.new");
    kiosk.press("BO");
    kiosk.tap("action.next");
    kiosk.tap("new.kind.digits");
    const auto choose = [&](const char* code) {
        for (int twice = 0; twice < 2; ++twice) {
            kiosk.press(code);
            kiosk.tap("action.next");
        }
    };
    choose("371904");
    CHECK(kiosk.shows("Den er let at gætte her. Vælg en anden."));
    choose("371905");
    CHECK(kiosk.shows("Hvor gemmer du kortet?"));
}
