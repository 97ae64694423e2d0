// SPDX-License-Identifier: MPL-2.0
#include "core/base/text.hpp"
#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/support/catch.hpp"

// Visits as people make them, through the real screens, by what the screens say.

using frikort::tests::KioskInTheHouse;
using namespace std::chrono_literals;

TEST_CASE("A citizen makes a notebook, writes a payment and sees the year's sum and what is left")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    CHECK(kiosk.shows("Min bog 2025"));
    kiosk.write_pay("log.day.yesterday", "350");
    CHECK(kiosk.shows("Gemt"));
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("350 kr."));
    CHECK(kiosk.shows("42.416 kr.")); // 42.766 - 350
    CHECK(kiosk.shows("42.766 kr."));
    CHECK(kiosk.shows("socialtfrikort.dk"));
}

TEST_CASE("The sums are covered until they are asked for, and again after Skjul")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "1234");
    kiosk.tap("log.saved.finish");
    CHECK_FALSE(kiosk.shows("1.234"));
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("1.234 kr."));
    kiosk.tap("overview.hide");
    CHECK_FALSE(kiosk.shows("1.234"));
}

TEST_CASE("The next person sees nothing of the one before: no sum, no name, no size, no language")
{
    KioskInTheHouse kiosk;
    const auto front = kiosk.stage().told();
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "777");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    kiosk.tap("bar.display");
    kiosk.touch("A B C");
    kiosk.tap("bar.back");
    kiosk.tap("bar.display");
    kiosk.tap("display.size.l");
    kiosk.touch("English");
    kiosk.stage().tap("Back");
    kiosk.stage().tap("Close");
    CHECK(kiosk.stage().told() == front);
    CHECK(kiosk.stage().ui().look() == frikort::kiosk::ui::Look{});
}

TEST_CASE("Whoever finds no letter on a keyboard can have them from A to Å")
{
    KioskInTheHouse kiosk;
    kiosk.tap("bar.display");
    kiosk.touch("A B C");
    kiosk.tap("bar.home");
    kiosk.tap("home.book");
    kiosk.tap("door.new");
    std::string letters;
    for (const auto& node : kiosk.stage().semantics().nodes())
        if (node.role == frikort::kiosk::ui::Role::key && frikort::core::base::length(node.name) == 1)
            letters += node.name;
    CHECK(letters == "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ");
    for (const char* letter : {"Å", "S", "E"}) kiosk.stage().tap(frikort::kiosk::ui::Role::key, letter);
    const auto* typed =
        kiosk.stage().semantics().find(frikort::kiosk::ui::Role::field, "Hvad skal vi kalde dig?");
    REQUIRE(typed);
    CHECK(typed->lines == std::vector<std::string>{"Åse"});
}

TEST_CASE("A half-done payment is offered next time, after nobody touched the screen for a while")
{
    KioskInTheHouse kiosk;
    const auto card = kiosk.make_notebook("BO");
    kiosk.tap("overview.log");
    kiosk.tap("log.day.yesterday");
    kiosk.tap("log.place.not_told");
    kiosk.stage().pass(3min);
    CHECK(kiosk.shows("Er du der stadig?"));
    kiosk.stage().pass(31s);
    CHECK(kiosk.shows("Hej. Hvad vil du?"));

    kiosk.open_with(card);
    kiosk.tap("overview.log");
    CHECK(kiosk.shows("Du var i gang"));
    kiosk.tap("log.resume.yes");
    CHECK(kiosk.shows("Hvor mange timer?"));
    kiosk.tap("log.hours.not_known");
    kiosk.press("200");
    kiosk.tap("action.next");
    kiosk.tap("log.save");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.log");
    CHECK_FALSE(kiosk.shows("Du var i gang"));
}

TEST_CASE("One touch on the idle question keeps the visit, as often as one likes")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    for (int i = 0; i < 11; ++i) {
        kiosk.stage().pass(3min + 20s);
        CHECK(kiosk.shows("Er du der stadig?"));
        kiosk.tap("asking.here");
        CHECK(kiosk.shows("Min bog 2025"));
    }
}

TEST_CASE("More than 5.000 kr. is asked about once, and never refused")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("overview.log");
    kiosk.tap("log.day.today");
    kiosk.tap("log.place.not_told");
    kiosk.tap("log.hours.not_known");
    kiosk.press("35000");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("Du skrev 35.000 kr. Er det rigtigt?"));
    kiosk.tap("log.large.no");
    CHECK(kiosk.shows("Hvor meget fik du?"));
    kiosk.press("45000");
    kiosk.tap("action.next");
    kiosk.tap("log.large.yes");
    kiosk.tap("log.save");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows("2.234 kr.")); // over the limit, and told so
}

TEST_CASE("A corrected payment counts once, and one that is removed counts no more")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "900");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    kiosk.tap("overview.all");
    kiosk.touch_first(frikort::kiosk::ui::Role::list_item);
    kiosk.tap("entries.correct");
    kiosk.touch("900 kr.");
    kiosk.press("450");
    kiosk.tap("action.next");
    kiosk.tap("log.save");
    CHECK(kiosk.shows("Rettet"));
    kiosk.tap("log.saved.finish");
    kiosk.tap("bar.back");
    kiosk.tap("bar.back");
    CHECK(kiosk.shows("450 kr."));
    CHECK_FALSE(kiosk.shows("900 kr."));
    CHECK_FALSE(kiosk.shows("1.350 kr."));

    kiosk.tap("overview.all");
    kiosk.touch_first(frikort::kiosk::ui::Role::list_item);
    kiosk.tap("entries.take_back");
    kiosk.tap("entries.take_back.yes");
    kiosk.tap("bar.back");
    CHECK_FALSE(kiosk.shows("450 kr."));
}

TEST_CASE("Write another keeps the place")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "100");
    kiosk.tap("log.saved.another");
    kiosk.tap("log.day.yesterday");
    CHECK(kiosk.shows("Hvor mange timer?"));
}

TEST_CASE("What looks like a CPR number is refused as a name and as a place")
{
    KioskInTheHouse kiosk;
    kiosk.tap("home.book");
    kiosk.tap("door.new");
    kiosk.tap("keyboard.digits");
    kiosk.press("0101901234");
    kiosk.tap("action.next");
    CHECK(kiosk.shows("ligner et CPR-nummer"));
    CHECK_FALSE(kiosk.shows("Hvilken kode"));
}

TEST_CASE("A year without a known limit says so and shows last year's with its year")
{
    KioskInTheHouse kiosk{*frikort::core::base::Date::from(2026, 2, 13)};
    kiosk.make_notebook("BO");
    CHECK(kiosk.shows("Vi kender ikke grænsen for 2026."));
    CHECK(kiosk.shows("I 2025 var den 42.766 kr."));
    kiosk.tap("overview.show");
    CHECK_FALSE(kiosk.shows("tilbage"));
}
