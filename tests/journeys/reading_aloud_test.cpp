// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "tests/journeys/kiosk_in_the_house.hpp"
#include "tests/support/catch.hpp"

using frikort::tests::KioskInTheHouse;
using namespace std::chrono_literals;
using State = frikort::kiosk::devices::Speaker::State;

namespace {

// Hears what is being said to its end, and what follows, until there is silence. Gives all of it.
std::vector<std::string> listen(KioskInTheHouse& kiosk)
{
    for (int i = 0; i < 100 && kiosk.speaker().state() == State::speaking; ++i) {
        kiosk.speaker().finish();
        kiosk.stage().settle();
    }
    std::vector<std::string> words;
    for (const auto& saying : kiosk.speaker().said()) words.push_back(saying.words);
    kiosk.speaker().forget();
    return words;
}

bool said(const std::vector<std::string>& heard, std::string_view words)
{
    return std::any_of(heard.begin(), heard.end(),
                       [&](const auto& each) { return each.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("Læs højt reads the screen: the heading, the texts, and then what can be chosen")
{
    KioskInTheHouse kiosk;
    kiosk.tap("home.book");
    kiosk.tap("bar.read");
    CHECK(kiosk.shows("Stop"));
    CHECK(listen(kiosk) ==
          std::vector<std::string>{"Har du en bog?",
                                   "Du kan vælge: Ja, jeg har et kort. Scan det, eller skriv det",
                                   "Ja, I kender mit navn. Hvis bogen er lavet her",
                                   "Nej, ikke endnu. Lav en ny bog", "Tilbage", "Visning", "Forside"});
    CHECK(kiosk.shows("Læs højt"));
    CHECK_FALSE(kiosk.shows("Stop"));
}

TEST_CASE("What is being read has a ring around it, and nothing has when it is quiet again")
{
    KioskInTheHouse kiosk;
    kiosk.tap("home.book");
    const auto before = kiosk.stage().picture();
    kiosk.tap("bar.read");
    auto last = kiosk.stage().picture();
    CHECK_FALSE(last == before);
    for (int i = 0; i < 5; ++i) {
        kiosk.speaker().finish();
        kiosk.stage().settle();
        CHECK_FALSE(kiosk.stage().picture() == last);
        last = kiosk.stage().picture();
    }
    listen(kiosk);
    CHECK(kiosk.stage().picture() == before);
}

TEST_CASE("Stop, another screen, and a touch on anything else each end the reading at once")
{
    KioskInTheHouse kiosk;
    kiosk.tap("bar.read");
    CHECK(kiosk.speaker().state() == State::speaking);
    kiosk.tap("bar.stop");
    CHECK(kiosk.speaker().state() == State::silent);

    kiosk.tap("bar.read");
    kiosk.tap("home.book");
    CHECK(kiosk.speaker().state() == State::silent);
    CHECK(kiosk.shows("Læs højt"));

    kiosk.tap("bar.read");
    kiosk.stage().tap_at({3, 3}); // where nothing stands
    CHECK(kiosk.speaker().state() == State::silent);
    CHECK(listen(kiosk).size() == 3); // the first words of each
}

TEST_CASE("The number is on the screen: no private amount is read on the loudspeaker, all are to headphones")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.write_pay("log.day.today", "1234");
    kiosk.tap("log.saved.finish");
    kiosk.tap("overview.show");
    kiosk.tap("bar.read");
    const auto aloud = listen(kiosk);
    CHECK(said(aloud, "Tallet står på skærmen"));
    CHECK_FALSE(said(aloud, "1.234"));
    CHECK_FALSE(said(aloud, "41.532")); // what is left

    kiosk.tap("bar.display");
    kiosk.tap("display.headphones");
    kiosk.tap("bar.back");
    kiosk.tap("bar.read");
    const auto to_one = listen(kiosk);
    CHECK(said(to_one, "1.234 kr."));
    CHECK(said(to_one, "41.532 kr."));
    CHECK(said(to_one, "Efter dine tal: 3 procent af grænsen"));
}

TEST_CASE("What is read is read in the language of the screen, at the rate and volume of the visit")
{
    KioskInTheHouse kiosk;
    kiosk.stage().tap("English");
    kiosk.stage().tap("Display");
    kiosk.touch("Slower");
    CHECK(kiosk.speaker().said().back().words == "This is how it sounds now.");
    kiosk.touch("Louder");
    kiosk.touch("Louder");
    CHECK(kiosk.shows("Speed: 2 of 7"));
    CHECK(kiosk.shows("Volume: 6 of 6"));
    kiosk.stage().tap("Back");
    kiosk.stage().tap("Read aloud");
    const auto saying = kiosk.speaker().said().back();
    CHECK(saying.language == "en");
    CHECK(saying.rate == 75);
    CHECK(saying.softer == 0);
}

TEST_CASE("When the visit ends the voice is silent at once, and the next person hears it as everybody does")
{
    KioskInTheHouse kiosk;
    const auto front = kiosk.stage().told();
    kiosk.make_notebook("BO");
    kiosk.tap("bar.display");
    kiosk.touch("Hurtigere");
    kiosk.touch("Højere");
    kiosk.tap("display.headphones");
    kiosk.tap("bar.back");
    kiosk.tap("bar.read");
    CHECK(kiosk.speaker().state() == State::speaking);
    kiosk.tap("bar.close");
    CHECK(kiosk.speaker().state() == State::silent);
    CHECK(kiosk.stage().told() == front);
    kiosk.speaker().forget();
    kiosk.tap("bar.read");
    CHECK(kiosk.speaker().said().front().rate == 100);
    CHECK(kiosk.speaker().said().front().softer == 12);
}

TEST_CASE("Somebody who listens is not asked whether they are there, but a voice that never ends is")
{
    KioskInTheHouse kiosk;
    kiosk.make_notebook("BO");
    kiosk.tap("bar.read");
    kiosk.stage().pass(3min + 10s);
    CHECK_FALSE(kiosk.shows("Er du der stadig?"));
    for (int i = 0; i < 60; ++i) kiosk.stage().pass(10s);
    CHECK(kiosk.shows("Hej. Hvad vil du?"));
    CHECK(kiosk.speaker().state() == State::silent);
}

TEST_CASE("Where there is no sound the place says so, nothing waits for it, and one can try again")
{
    KioskInTheHouse kiosk;
    kiosk.speaker().unplug();
    kiosk.tap("bar.read");
    CHECK(kiosk.shows("Ingen lyd"));
    kiosk.tap("home.book");
    CHECK(kiosk.shows("Har du en bog?"));
    CHECK(kiosk.shows("Ingen lyd"));
    kiosk.speaker().plug_in();
    kiosk.tap("bar.no_sound");
    CHECK(kiosk.speaker().said().front().words == "Har du en bog?");
    CHECK(kiosk.shows("Stop"));
}

TEST_CASE("The offer to steer by ear is withdrawn when nobody takes it")
{
    KioskInTheHouse kiosk;
    kiosk.tap("bar.read");
    CHECK(said(listen(kiosk), "Tryk samme sted igen"));
    CHECK(kiosk.shows("Kun lyd"));
    kiosk.stage().pass(13s);
    CHECK_FALSE(kiosk.shows("Kun lyd"));
    CHECK(kiosk.shows("Læs højt"));
}
