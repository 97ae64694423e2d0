// SPDX-License-Identifier: MPL-2.0
#include "core/actions/jobs.hpp"
#include "core/actions/join_centre.hpp"
#include "core/actions/member_codes.hpp"
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
    // The second joins, and Lone chooses a code there too.
    void join()
    {
        both_go_round();
        REQUIRE(actions::join_centre(second.store(), second.actions, invited(), founded.card, clock));
        REQUIRE(actions::let_in_here(second.store(), second.actions, founded.card, founded.leader.id(),
                                     code("hvide harer"), clock));
        both_go_round();
    }
    void both_go_round()
    {
        for (auto* kiosk : {&first, &second, &first, &second}) kiosk->round();
        for (auto* kiosk : {&first, &second}) actions::forget_dead_codes(kiosk->store(), kiosk->actions);
    }
    frikort::core::base::Result<actions::Staff, actions::NotOpened>
    sign(VisitedKiosk& kiosk, const frikort::core::sealing::MemberId& who, const char* typed)
    {
        return actions::sign_in(kiosk.store(), kiosk.actions, who, code(typed));
    }
    static std::size_t here(VisitedKiosk& kiosk)
    {
        return actions::members_here(kiosk.store(), kiosk.actions).size();
    }
    static std::size_t slots(VisitedKiosk& kiosk)
    {
        return kiosk.store().begin()->slots().of_stream(kiosk.place.stream).size();
    }
    static frikort::core::centre::Centre centre_at(VisitedKiosk& kiosk)
    {
        return actions::our_centre(kiosk.store(), kiosk.actions)->now;
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

TEST_CASE("A member let in at a further kiosk signs in at both and what they sign at either counts at both")
{
    TwoOfACentre at;
    at.join();
    const auto lone = at.founded.leader.id();
    const auto there = at.sign(at.second, lone, "hvide harer");
    REQUIRE(there);
    const auto again = at.sign(at.first, lone, "sorte svaner");
    REQUIRE(again);
    CHECK_FALSE(at.sign(at.first, lone, "hvide harer"));
    CHECK_FALSE(at.sign(at.second, lone, "sorte svaner"));
    REQUIRE(actions::post_job(at.second.store(), at.second.actions, *there, std::nullopt,
                              {"Café Klare", "Opvask", "Spørg Lone"}, at.clock));
    REQUIRE(actions::post_job(at.first.store(), at.first.actions, *again, std::nullopt,
                              {"Hotellet", "Rengøring", "Spørg Lone"}, at.clock));
    at.both_go_round();
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(actions::jobs_here(kiosk->store(), kiosk->actions).size() == 2);
        CHECK(at.centre_at(*kiosk).members()[0].keys.size() == 2);
        CHECK(at.centre_at(*kiosk).deeds().front().who == "Lone");
    }
    CHECK(again->inbox().open() == there->inbox().open());
}

TEST_CASE("What was changed at the kiosk that wrote less is changed at both")
{
    TwoOfACentre at;
    const auto& lone = at.founded.leader;
    const auto ida = *actions::add_member(at.first.store(), at.first.actions, lone, "Ida",
                                          people::Role::volunteer, code("tre grå gæs"), at.clock);
    const auto job = *actions::post_job(at.first.store(), at.first.actions, lone, std::nullopt,
                                        {"Café Klare", "Opvask", "Spørg Lone"}, at.clock);
    at.join();
    const auto there = at.sign(at.second, lone.id(), "hvide harer");
    REQUIRE(there);
    REQUIRE(actions::change_role(at.second.store(), at.second.actions, *there, ida, people::Role::staff,
                                 at.clock));
    REQUIRE(actions::post_job(at.second.store(), at.second.actions, *there, job,
                              {"Café Klare", "Servering", "Spørg Lone"}, at.clock));
    at.both_go_round();
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(at.centre_at(*kiosk).member(ida)->role == people::Role::staff);
        CHECK(actions::jobs_here(kiosk->store(), kiosk->actions)[0].job.work == "Servering");
    }
    CHECK(at.sign(at.first, ida, "tre grå gæs")); // a role is no code
}

TEST_CASE("Who is removed at one kiosk signs in at none that has synced since and leaves nothing to open")
{
    TwoOfACentre at;
    const auto ida = *actions::add_member(at.first.store(), at.first.actions, at.founded.leader, "Ida",
                                          people::Role::staff, code("tre grå gæs"), at.clock);
    at.join();
    const auto lone = at.sign(at.second, at.founded.leader.id(), "hvide harer");
    REQUIRE(actions::let_in_here(at.second.store(), at.second.actions, *lone, ida, code("fire grå gæs"),
                                 at.clock));
    const auto signed_in = at.sign(at.second, ida, "fire grå gæs");
    REQUIRE(signed_in);
    CHECK(at.slots(at.second) == 2);
    REQUIRE(actions::remove_member(at.first.store(), at.first.actions, at.founded.leader, ida, at.clock));
    at.both_go_round();
    CHECK_FALSE(at.sign(at.second, ida, "fire grå gæs"));
    CHECK(at.slots(at.second) == 1);
    CHECK(actions::allowed(*at.second.store().begin(), at.second.actions, *signed_in, people::Right::answer)
              .error() == NotDone::not_a_member);
}

TEST_CASE(
    "A new code because the old one was seen shuts the old one out at every kiosk that has synced since")
{
    TwoOfACentre at;
    const auto ida = *actions::add_member(at.first.store(), at.first.actions, at.founded.leader, "Ida",
                                          people::Role::staff, code("tre grå gæs"), at.clock);
    at.join();
    const auto lone = at.sign(at.second, at.founded.leader.id(), "hvide harer");
    REQUIRE(actions::let_in_here(at.second.store(), at.second.actions, *lone, ida, code("tre grå gæs"),
                                 at.clock));
    at.both_go_round();
    // Somebody looked on. At whichever kiosk the leader stands:
    REQUIRE(actions::give_new_code(at.second.store(), at.second.actions, *lone, ida, code("fem gule fugle"),
                                   at.clock));
    at.both_go_round();
    for (auto* kiosk : {&at.first, &at.second}) CHECK_FALSE(at.sign(*kiosk, ida, "tre grå gæs"));
    CHECK(at.sign(at.second, ida, "fem gule fugle"));
    CHECK(at.here(at.first) == 1); // Lone alone
    CHECK(at.slots(at.first) == 1);
    // There she is let in again, with a code beside the new one.
    REQUIRE(actions::let_in_here(at.first.store(), at.first.actions, at.founded.leader, ida,
                                 code("seks blå fugle"), at.clock));
    at.both_go_round();
    CHECK(at.sign(at.first, ida, "seks blå fugle"));
    CHECK(at.sign(at.second, ida, "fem gule fugle"));
    CHECK(actions::let_in_here(at.first.store(), at.first.actions, at.founded.leader, ida,
                               code("otte fugle til"), at.clock)
              .error() == NotDone::already);
}
