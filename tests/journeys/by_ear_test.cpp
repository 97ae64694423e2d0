// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/listener.hpp"
#include "tests/support/catch.hpp"

// By sound alone: these people never look at what is on the screen.

using frikort::tests::KioskInTheHouse;
using frikort::tests::Listener;
using frikort::tests::ListenerAtTheGlass;
using namespace std::chrono_literals;

namespace {

// From the front page to the year's page of a new notebook.
void make_notebook(Listener& person)
{
    person.pick("home.book");
    person.pick("door.new");
    person.spell("BO");
    person.pick("action.next");
    person.pick("new.kind.digits");
    for (int twice = 0; twice < 2; ++twice) {
        person.spell("371904");
        person.pick("action.next");
    }
    person.pick("new.keep.staff");
    person.pick("new.card.done");
}

void wear_headphones(Listener& person)
{
    person.pick("bar.display");
    person.pick("display.headphones");
    person.pick("bar.back");
}

// From the year's page to "Gem". Gives what is said when it is saved.
std::string write_pay(Listener& person, std::string_view kroner)
{
    person.pick("overview.log");
    person.pick("log.day.yesterday");
    person.pick("log.place.not_told");
    person.pick("log.hours.not_known");
    person.spell(kroner);
    person.pick("action.next");
    return person.pick("log.save");
}

// Afterwards somebody with eyes opens it on the kiosk that was switched off and on: it is in the database.
void is_in_the_notebook(KioskInTheHouse& kiosk, std::string_view amount)
{
    kiosk.restart();
    kiosk.open_by_name("BO");
    kiosk.tap("overview.show");
    CHECK(kiosk.shows(amount));
    kiosk.tap("overview.all");
    CHECK(kiosk.shows("20. november"));
}

} // namespace

TEST_CASE("By sound alone somebody makes a notebook and logs a payment, and hears that it is saved")
{
    KioskInTheHouse kiosk;
    Listener person{kiosk};
    CHECK_THAT(person.next(), ContainsSubstring("Nu styrer du med lyd"));
    make_notebook(person);
    CHECK(person.has_heard("3 af 6 tal")); // the code: how far, never what
    wear_headphones(person);
    CHECK(write_pay(person, "350") == "Gemt");
    CHECK(person.has_heard("35 kr.")); // read back as it was typed
    CHECK(person.has_heard("Løn: 350 kr. Ret?"));
    CHECK(person.next() == "350 kr. 20. november 2025. Det står i din bog.");
    person.pick("log.saved.finish");
    CHECK(person.pick("bar.close") == "Nu er alt lukket.");
    is_in_the_notebook(kiosk, "350 kr.");
}

TEST_CASE("On the loudspeaker no amount is said, and one can log a payment all the same")
{
    KioskInTheHouse kiosk;
    Listener person{kiosk};
    make_notebook(person);
    CHECK(write_pay(person, "350") == "Gemt");
    CHECK(person.next() == "Tallet står på skærmen. 20. november 2025. Det står i din bog.");
    CHECK(person.has_heard("Løn: Tallet står på skærmen. Ret?"));
    CHECK_FALSE(person.has_heard("350"));
    CHECK_FALSE(person.has_heard("35 kr."));
    is_in_the_notebook(kiosk, "350 kr.");
}

TEST_CASE("By sound alone somebody logs a payment in English and nothing is said in Danish")
{
    KioskInTheHouse kiosk;
    Listener person{kiosk};
    person.pick("home.other_language");
    person.speak("en");
    const auto before = person.heard().size();
    make_notebook(person);
    wear_headphones(person);
    CHECK(write_pay(person, "350") == "Saved");
    CHECK_THAT(person.next(), ContainsSubstring("350 kr. 20 November 2025"));
    for (std::size_t i = before; i < person.heard().size(); ++i)
        CHECK_THAT(person.heard()[i], !ContainsSubstring("[da]"));
    is_in_the_notebook(kiosk, "350 kr.");
}

TEST_CASE("At the glass two halves are enough to find the way in, to choose, and to get out again")
{
    KioskInTheHouse kiosk;
    // The place of "Læs højt" is felt by a mark beside the glass. Home is read, then it is offered.
    const auto place = kiosk.stage().semantics().find("Læs højt")->rect.centre();
    kiosk.stage().tap_at(place);
    for (int i = 0; i < 40 && !kiosk.stage().semantics().find("Kun lyd"); ++i) {
        kiosk.speaker().finish();
        kiosk.stage().settle();
    }
    CHECK_THAT(kiosk.speaker().said().back().words, ContainsSubstring("Tryk samme sted igen"));
    kiosk.stage().tap_at(place);
    CHECK_THAT(kiosk.speaker().said().back().words, ContainsSubstring("Hej. Hvad vil du?"));

    ListenerAtTheGlass person{kiosk};
    CHECK_THAT(person.pick("home.book"), ContainsSubstring("Har du en bog?"));
    CHECK_THAT(person.pick("bar.home"), ContainsSubstring("Hej. Hvad vil du?"));
    CHECK_THAT(person.pick("aloud.leave"), ContainsSubstring("ikke med lyd mere"));
    kiosk.tap("learn.title"); // a finger where one sees it counts again
    CHECK(kiosk.shows("Om frikortet"));
}

TEST_CASE("A whole payment can be logged with the two halves of the glass")
{
    KioskInTheHouse kiosk;
    kiosk.tap("bar.display");
    kiosk.tap("display.by_ear");
    ListenerAtTheGlass person{kiosk};
    person.pick("bar.back");
    make_notebook(person);
    CHECK(write_pay(person, "40") == "Gemt");
    is_in_the_notebook(kiosk, "40 kr.");
}

TEST_CASE("What is chosen and what is put off is said, each by its name")
{
    KioskInTheHouse kiosk;
    Listener person{kiosk};
    person.pick("bar.display");
    CHECK_THAT(person.pick("display.headphones"), ContainsSubstring("Valgt: Høretelefoner"));
    CHECK(person.choose() == "Ikke valgt: Høretelefoner");
    CHECK(person.choose("Mørk") == "Valgt: Mørk");
    CHECK(person.choose("Hurtigere") == "Tempo: 4 af 7");
}

TEST_CASE("Who steps with keys and wants no voice is left in peace for the rest of the visit")
{
    KioskInTheHouse kiosk;
    Listener person{kiosk};
    person.next();
    person.pick("aloud.leave");
    CHECK(person.next().empty());
    CHECK(person.next().empty());
    CHECK(kiosk.stage().ui().focused());
}

TEST_CASE("Without sound the keys lead through what can be chosen, without a word")
{
    KioskInTheHouse kiosk;
    kiosk.speaker().unplug();
    for (int i = 0; i < 3; ++i) kiosk.stage().press(frikort::kiosk::ui::KeyPress::Key::tab);
    REQUIRE(kiosk.stage().ui().focused());
    const auto* node = kiosk.stage().semantics().find(*kiosk.stage().ui().focused());
    REQUIRE(node);
    CHECK(node->hit);
    CHECK(kiosk.shows("Ingen lyd"));
}
