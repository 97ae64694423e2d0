// SPDX-License-Identifier: MPL-2.0
#include "core/actions/members.hpp"

#include "core/actions/centre_inbox.hpp"
#include "core/actions/member_codes.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using people::Right;
using people::Role;
using Why = NotOpened::Why;

TEST_CASE("Only who has the set-up code sets up a centre and only once")
{
    House house;
    CHECK(set_up_of(house.store, house.kiosk) == SetUp::not_invited);
    const auto nobody = people::SetUpCode::typed("K7M2Q9XW");
    CHECK(set_up_centre(house.store, house.kiosk, nobody, "Eve", staff_code(lones_code),
                        people::CentreCard::make(house.chance), house.clock)
              .error() == NotDone::no_centre);

    const auto first = *invite_set_up(house.store, house.kiosk, havnen);
    const auto code = *invite_set_up(house.store, house.kiosk, havnen); // the first was lost
    CHECK(set_up_of(house.store, house.kiosk) == SetUp::invited);
    CHECK_FALSE(check_set_up_code(house.store, house.kiosk, first));
    CHECK(check_set_up_code(house.store, house.kiosk, people::SetUpCode::typed(code.text().view())));
    REQUIRE(set_up_centre(house.store, house.kiosk, code, "Lone", staff_code(lones_code),
                          people::CentreCard::make(house.chance), house.clock));
    CHECK(set_up_of(house.store, house.kiosk) == SetUp::done);

    CHECK_FALSE(check_set_up_code(house.store, house.kiosk, code));
    CHECK(set_up_centre(house.store, house.kiosk, code, "Eve", staff_code(lones_code),
                        people::CentreCard::make(house.chance), house.clock)
              .error() == NotDone::already);
    CHECK_FALSE(invite_set_up(house.store, house.kiosk, havnen));
}

TEST_CASE("Guessing the set-up code makes one wait even with the right one")
{
    House house;
    const auto code = *invite_set_up(house.store, house.kiosk, havnen);
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(check_set_up_code(house.store, house.kiosk, people::SetUpCode::typed("00000000")));
    CHECK(check_set_up_code(house.store, house.kiosk, code).error().why == Why::wait);
    run_waits(house.store, std::chrono::seconds{30});
    CHECK(check_set_up_code(house.store, house.kiosk, code));
}

TEST_CASE("A leader signs in with the code and after a restart the centre is still there")
{
    StaffedHouse house;
    const auto here = members_here(house.store, house.kiosk);
    REQUIRE(here.size() == 1);
    CHECK(here[0].name == "Lone");
    CHECK(house.sign(here[0].id, "noget helt andet").error().why == Why::wrong_code);
    const auto lone = house.sign(here[0].id, " Grøn båd  ved KAJEN ");
    REQUIRE(lone);
    CHECK(lone->role() == Role::leader);
    CHECK(lone->inbox().open() == house.now().made()->inbox);
}

TEST_CASE("Another machine with a copy of the store opens neither the centre nor a member")
{
    StaffedHouse house;
    const Kiosk thief{sealing::SigningKey::random(house.chance),
                      sealing::Pepper::random(house.chance),
                      house.chance,
                      std::nullopt,
                      std::nullopt,
                      cheap};
    CHECK_FALSE(our_centre(house.store, thief));
    CHECK_FALSE(sign_in(house.store, thief, house.lone().id(), staff_code(lones_code)));
}

TEST_CASE("Wrong staff codes make that member wait and nobody else")
{
    StaffedHouse house;
    const auto ida = house.add("Ida", Role::staff, "syv sorte svaner");
    for (int i = 0; i < 3; ++i) CHECK_FALSE(house.sign(ida, "forkert kode"));
    CHECK(house.sign(ida, "syv sorte svaner").error().why == Why::wait);
    CHECK(house.sign(house.lone().id(), lones_code));
}

TEST_CASE("Only a leader adds removes or changes members")
{
    StaffedHouse house;
    const auto ida = house.somebody("Ida", Role::staff);
    const auto tom = house.somebody("Tom", Role::volunteer);
    for (const auto* who : {&ida, &tom}) {
        CHECK(add_member(house.store, house.kiosk, *who, "Eve", Role::leader, staff_code(lones_code),
                         house.clock)
                  .error() == NotDone::not_allowed);
        CHECK(change_role(house.store, house.kiosk, *who, who->id(), Role::leader, house.clock).error() ==
              NotDone::not_allowed);
        CHECK(remove_member(house.store, house.kiosk, *who, house.lone().id(), house.clock).error() ==
              NotDone::not_allowed);
    }
    CHECK(house.now().members().size() == 3);
    CHECK(add_member(house.store, house.kiosk, house.lone(), " ida ", Role::staff, staff_code(lones_code),
                     house.clock)
              .error() == NotDone::name_in_use);
    CHECK(add_member(house.store, house.kiosk, house.lone(), "0101901234", Role::staff,
                     staff_code(lones_code), house.clock)
              .error() == NotDone::unfit);
}

TEST_CASE("A member who is removed while signed in can do nothing more and not sign in again")
{
    StaffedHouse house;
    const auto ida = house.somebody("Ida", Role::leader);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    CHECK(house.why_not(ida, Right::write_pay) == NotDone::not_a_member);
    CHECK(house.now().members().size() == 1);
    CHECK(members_here(house.store, house.kiosk).size() == 1);
}

TEST_CASE("The last leader stays so that somebody can let others in")
{
    StaffedHouse house;
    const auto lone = house.lone().id();
    CHECK(remove_member(house.store, house.kiosk, house.lone(), lone, house.clock).error() ==
          NotDone::last_leader);
    CHECK(change_role(house.store, house.kiosk, house.lone(), lone, Role::staff, house.clock).error() ==
          NotDone::last_leader);
    house.somebody("Ida", Role::leader);
    CHECK(change_role(house.store, house.kiosk, house.lone(), lone, Role::staff, house.clock));
    CHECK(house.why_not(house.lone(), Right::keep_members) == NotDone::not_allowed);
}

TEST_CASE("A forgotten code is mended by a leader and the old one opens nothing")
{
    StaffedHouse house;
    const auto ida = house.somebody("Ida", Role::staff);
    for (int i = 0; i < 3; ++i) CHECK_FALSE(house.sign(ida.id(), "glemt det helt"));
    REQUIRE(give_new_code(house.store, house.kiosk, house.lone(), ida.id(), staff_code("ni nye nelliker"),
                          house.clock));
    CHECK_FALSE(house.sign(ida.id(), "en lang hemmelig kode"));
    CHECK(house.sign(ida.id(), "ni nye nelliker"));
    CHECK(house.why_not(ida, Right::answer) == NotDone::not_a_member);
}

TEST_CASE("When no leader can sign in the centre card lets one in again")
{
    StaffedHouse house;
    const auto lone = house.lone().id();
    const auto typed = people::CentreCard::read(house.begun.card.text().view());
    REQUIRE(typed);
    REQUIRE(
        give_new_code(house.store, house.kiosk, *typed, lone, staff_code("en helt ny kode"), house.clock));
    CHECK_FALSE(house.sign(lone, lones_code));
    const auto again = house.sign(lone, "en helt ny kode");
    REQUIRE(again);
    CHECK(again->inbox().open() == house.now().made()->inbox);
    CHECK(house.now().deeds().front().who.empty()); // everybody sees that the card was used
}

TEST_CASE("The centre card of another centre lets nobody in")
{
    StaffedHouse house;
    const auto other = people::CentreCard::make(house.chance);
    CHECK(give_new_code(house.store, house.kiosk, other, house.lone().id(), staff_code("en helt ny kode"),
                        house.clock)
              .error() == NotDone::other_centre);
    CHECK(house.sign(house.lone().id(), lones_code));
}

TEST_CASE("What members do stands in the centre's stream under their own names")
{
    StaffedHouse house;
    const auto ida = house.somebody("Ida", Role::leader);
    REQUIRE(add_member(house.store, house.kiosk, ida, "Tom", Role::volunteer, staff_code(lones_code),
                       house.clock));
    const auto deeds = house.now().deeds();
    REQUIRE(deeds.size() == 3);
    CHECK(deeds[0].who == "Ida");
    CHECK(deeds[1].who == "Lone");
    CHECK(deeds[2].who.empty());
    CHECK(deeds[0].day == house.clock.today());
}
