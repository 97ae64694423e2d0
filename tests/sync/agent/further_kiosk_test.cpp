// SPDX-License-Identifier: MPL-2.0
#include "core/actions/join_centre.hpp"
#include "core/actions/members.hpp"
#include "core/actions/sign_in.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

// A further kiosk of a centre.

using namespace frikort::tests;
namespace actions = frikort::core::actions;
namespace people = frikort::core::people;
using actions::NotDone;

namespace {

struct Friday : frikort::core::base::Clock {
    frikort::core::base::Date today() const override
    {
        return *frikort::core::base::Date::from(2025, 11, 21);
    }
    bool trusted() const override { return true; }
    std::chrono::milliseconds running() const override { return {}; }
};

people::StaffCode code(const char* typed) { return people::StaffCode::typed(typed); }

actions::Founded set_up(VisitedKiosk& kiosk, const Friday& clock)
{
    const auto invited = actions::invite_set_up(kiosk.store(), kiosk.actions, kiosk.place.stream);
    auto founded =
        actions::set_up_centre(kiosk.store(), kiosk.actions, *invited, "Lone", code("sorte svaner"),
                               people::CentreCard::make(kiosk.actions.chance), clock);
    REQUIRE(founded);
    return std::move(*founded);
}

struct TwoOfACentre {
    people::SetUpCode invited()
    {
        return *actions::invite_set_up(second.store(), second.actions, second.place.stream);
    }
    Friday clock;
    RealServer server;
    VisitedKiosk first{1, server};
    VisitedKiosk second{2, server};
    actions::Founded founded = set_up(first, clock);
};

} // namespace

TEST_CASE("A further kiosk joins its centre with the centre card and knows its members")
{
    TwoOfACentre at;
    const auto invited = at.invited();
    CHECK_FALSE(actions::is_further(at.second.store(), at.second.actions));
    CHECK(actions::join_centre(at.second.store(), at.second.actions, invited, at.founded.card, at.clock)
              .error() == NotDone::no_centre); // the stream has not come yet
    at.first.round();
    at.second.round();
    CHECK(actions::is_further(at.second.store(), at.second.actions));
    REQUIRE(actions::join_centre(at.second.store(), at.second.actions, invited, at.founded.card, at.clock));

    const auto centre = actions::our_centre(at.second.store(), at.second.actions);
    REQUIRE(centre);
    CHECK(centre->now.made()->recovery == at.founded.recovery);
    REQUIRE(centre->now.members().size() == 1);
    const auto lone = centre->now.members()[0];
    CHECK(lone.name == "Lone");
    at.second.round();
    at.first.round();
    CHECK(actions::our_centre(at.first.store(), at.first.actions)->now.deeds().size() ==
          actions::our_centre(at.second.store(), at.second.actions)->now.deeds().size());
}

TEST_CASE("A further kiosk refuses a server whose centre keys are others than those of the centre card")
{
    TwoOfACentre at;
    at.first.round();
    at.second.round();
    SeededChance chance{8};
    const auto invited = at.invited();
    CHECK(actions::join_centre(at.second.store(), at.second.actions, invited,
                               people::CentreCard::make(chance), at.clock)
              .error() == NotDone::other_centre);
    CHECK_FALSE(actions::our_centre(at.second.store(), at.second.actions));
    CHECK(actions::join_centre(at.second.store(), at.second.actions, people::SetUpCode::typed("ABCDEFGH"),
                               at.founded.card, at.clock)
              .error() == NotDone::no_centre);
    // The right card still can.
    CHECK(actions::join_centre(at.second.store(), at.second.actions, invited, at.founded.card, at.clock));
    CHECK(actions::join_centre(at.second.store(), at.second.actions, invited, at.founded.card, at.clock)
              .error() == NotDone::already);
}

TEST_CASE("Nobody sets up a centre a second time on a further kiosk")
{
    TwoOfACentre at;
    at.first.round();
    at.second.round();
    CHECK(actions::set_up_centre(at.second.store(), at.second.actions, at.invited(), "Ida",
                                 code("tre grå gæs"), people::CentreCard::make(at.second.actions.chance),
                                 at.clock)
              .error() == NotDone::already);
}
