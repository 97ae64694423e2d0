// SPDX-License-Identifier: MPL-2.0
#include "core/actions/jobs.hpp"
#include "core/actions/messages.hpp"
#include "tests/journeys/one_house.hpp"
#include "tests/support/catch.hpp"

// Two kiosks in one house: the second joins the centre that was set up at the first.

using namespace frikort::core;
using frikort::tests::CentralInTheTown;
using frikort::tests::lones_other_code;
using frikort::tests::OneHouse;
using frikort::tests::StaffedKiosk;
using frikort::tests::SyncedKiosk;
using people::Role;

TEST_CASE("A second kiosk joins with the centre card, and both see the same jobs and who waits")
{
    OneHouse at;
    const auto& clock = at.first.clock();
    REQUIRE(actions::post_job(at.first.store(), at.first.machine(), at.first.lone(), std::nullopt,
                              {"Café Klare", "Opvask", "Spørg Lone"}, clock));
    REQUIRE(actions::send_without_notebook(
        at.first.store(), at.first.machine(),
        {support::Topic::pay, support::Wish::be_talked_to, std::string{"Min løn"}, std::nullopt}, clock));
    at.both_go_round();
    CHECK_FALSE(at.second.shows("1 venter"));
    at.come_to_the_card();
    CHECK(at.second.shows("Hold værestedets kort hen til læseren"));
    at.second.stage().scan(at.card);
    CHECK(at.second.shows("Den hører nu til Havnen"));
    CHECK(at.second.machine().recovery == at.first.machine().recovery);
    CHECK(at.second.machine().inbox == at.first.machine().inbox);
    at.second.tap("bar.home");
    CHECK(at.second.shows("1 venter"));

    // Whoever went away there comes in with the card all the same.
    at.second.tap("staff.door");
    CHECK(at.second.shows("Ingen har en kode her endnu"));
    at.second.tap("sign_in.use_card");
    at.second.stage().scan(at.card);
    at.second.touch("Lone");
    at.second.choose_code(lones_other_code);
    CHECK(at.second.shows("Hej Lone"));
    REQUIRE(actions::post_job(
        at.second.store(), at.second.machine(),
        *actions::sign_in(at.second.store(), at.second.machine(),
                          actions::members_here(at.second.store(), at.second.machine())[0].id,
                          people::StaffCode::typed(lones_other_code)),
        std::nullopt, {"Hotellet", "Rengøring", "Spørg Lone"}, clock));
    at.second.tap("bar.close");
    at.both_go_round();
    for (auto* kiosk : {&at.first, &at.second}) {
        kiosk->tap("home.jobs");
        CHECK(kiosk->shows("Café Klare"));
        CHECK(kiosk->shows("Hotellet"));
        kiosk->tap("bar.home");
    }
}

TEST_CASE("A member signs in at both kiosks, each with the code chosen there, and each is a deed of theirs")
{
    OneHouse at;
    at.first.add("Ida", Role::staff, "hvide blomster");
    at.both_go_round();
    at.join();
    CHECK(at.second.shows("Hej Lone"));
    at.second.tap("desk.members");
    CHECK(at.second.shows("Ingen kode her"));
    at.second.touch("Ida");
    at.second.tap("members.let_in");
    at.second.choose_code("gule blomster");
    CHECK(at.second.shows("Ida kan nu også logge ind her."));
    at.second.tap("members.done");
    at.second.tap("deeds.title");
    CHECK(at.second.shows("Lukkede Ida ind på en skærm"));
    CHECK(at.second.shows("Brugte værestedets kort"));
    at.second.tap("bar.close");
    at.both_go_round();
    at.second.sign_in("Ida", "gule blomster");
    CHECK(at.second.shows("Hej Ida"));
    at.first.sign_in("Ida", "hvide blomster");
    CHECK(at.first.shows("Hej Ida"));
    at.first.tap("bar.close");
    at.first.sign_in("Ida", "gule blomster");
    CHECK(at.first.shows("Koden passer ikke"));
}

TEST_CASE("Who is removed at one kiosk is on the list of neither and is signed out at the other")
{
    OneHouse at;
    at.first.add("Ida", Role::leader, "hvide blomster");
    at.both_go_round();
    at.join();
    at.second.tap("desk.members");
    at.second.touch("Ida");
    at.second.tap("members.let_in");
    at.second.choose_code("gule blomster");
    at.second.tap("bar.close");
    at.both_go_round();
    at.second.sign_in("Ida", "gule blomster");
    at.first.sign_in();
    at.first.tap("desk.members");
    at.first.touch("Ida");
    at.first.tap("members.remove");
    at.first.tap("members.remove.yes");
    at.first.tap("bar.close");
    at.both_go_round();
    at.second.tap("desk.members");
    CHECK(at.second.shows("Du er logget ud"));
    at.second.tap("dismissed.done");
    for (auto* kiosk : {&at.first, &at.second}) {
        kiosk->tap("staff.door");
        CHECK(kiosk->shows("Lone"));
        CHECK_FALSE(kiosk->shows("Ida"));
    }
}

TEST_CASE("A new code given at one kiosk shuts the one that was seen out at both")
{
    OneHouse at;
    at.first.add("Ida", Role::staff, "hvide blomster");
    at.both_go_round();
    at.join();
    at.second.tap("desk.members");
    at.second.touch("Ida");
    at.second.tap("members.code"); // for everywhere, though she has none here yet
    at.second.choose_code("gule blomster");
    CHECK(at.second.shows("De gamle virker ikke mere på nogen skærm"));
    at.second.tap("bar.close");
    at.both_go_round();
    at.first.tap("staff.door");
    CHECK_FALSE(at.first.shows("Ida"));
    at.second.sign_in("Ida", "gule blomster");
    CHECK(at.second.shows("Hej Ida"));
}

TEST_CASE("The card of another centre joins nothing, says so plainly, and the right one still does")
{
    OneHouse at;
    StaffedKiosk elsewhere;
    const auto other = elsewhere.set_up();
    at.come_to_the_card();
    at.second.stage().scan("HTTPS://EXAMPLE.DK");
    CHECK(at.second.shows("Det er ikke værestedets kort"));
    at.second.stage().scan(other);
    CHECK(at.second.shows("Kortet passer ikke til Havnen"));
    CHECK_FALSE(at.second.machine().recovery);
    at.second.tap("open.card.type");
    std::string letters;
    for (const char sign : at.card)
        if (sign != ' ') letters += sign;
    at.second.press(letters);
    at.second.tap("action.next");
    CHECK(at.second.shows("Den hører nu til Havnen"));
}

TEST_CASE("Who guesses the set-up code of a further kiosk has to wait there too")
{
    OneHouse at;
    at.second.invite(at.second.place.stream.name);
    at.second.tap("staff.door");
    for (int i = 0; i < 3; ++i) {
        at.second.press("ABCDEFGH");
        at.second.tap("action.next");
    }
    CHECK(at.second.shows("Vent 30 sekunder"));
    CHECK_FALSE(at.second.shows("Hold værestedets kort"));
}
