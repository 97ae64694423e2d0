// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/invitation.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/leaders.hpp"

// What the enrolment's code says of the centre's keys is all that a kiosk believes.

using namespace frikort::tests;
using namespace frikort::sync;
using agent::EnrolRefusal;
using frikort::core::actions::NotDone;
using frikort::core::sealing::Fingerprint;
namespace actions = frikort::core::actions;

namespace {

// A compared centre, and a further kiosk whose code said this number.
enum class Said { own, of_others };
struct Further {
    explicit Further(Said what)
    {
        const auto said = what == Said::own ? first.number() : elsewhere.number();
        REQUIRE(telephone(central, first.number()));
        const protocol::Invitation invitation{
            *protocol::EnrolmentCode::read(central.code_for(first.place.name)), {}, said};
        REQUIRE(agent::enrol(further.store, further.wire, further.key, invitation.text()));
        further.round();
    }
    Central central;
    LedKiosk first{1, central};
    LedKiosk elsewhere{2, central, "Perronen"};
    frikort::core::people::CentreCard card = first.set_up();
    frikort::core::people::CentreCard other_card = elsewhere.set_up();
    LedKiosk further{3, central};
};

} // namespace

TEST_CASE("A further kiosk joins the centre that its code speaks of")
{
    Further at{Said::own};
    at.further.invited();
    CHECK(actions::is_further(at.further.store, at.further.machine));
    CHECK(at.further.join(at.card));
    CHECK(at.further.number() == at.first.number());
}

TEST_CASE("A further kiosk refuses other keys than its code speaks of, whatever card is held up")
{
    Further at{Said::of_others};
    CHECK(at.further.join(at.card).error() == NotDone::other_centre);
    CHECK(at.further.join(at.other_card).error() == NotDone::other_centre);
    CHECK_FALSE(actions::our_centre(at.further.store, at.further.machine));
}

TEST_CASE("Where the code speaks of keys nobody sets up the centre anew, though its stream is kept back")
{
    Central central;
    LedKiosk first{1, central};
    first.set_up();
    LedKiosk further{3, central};
    const protocol::Invitation invitation{
        *protocol::EnrolmentCode::read(central.code_for(first.place.name)), {}, first.number()};
    REQUIRE(agent::enrol(further.store, further.wire, further.key, invitation.text()));
    CHECK(further.try_to_set_up().error() == NotDone::already);
    CHECK_FALSE(actions::is_further(further.store, further.machine)); // the server gives nothing out
    CHECK(further.join(frikort::core::people::CentreCard::make(further.own_chance)).error() ==
          NotDone::no_centre);
}

TEST_CASE("A kiosk that was set up takes no code that speaks of other keys, and asks nobody")
{
    Further at{Said::own};
    const auto asked = at.first.wire.sent.size();
    const protocol::Invitation other{
        *protocol::EnrolmentCode::read(at.central.code_for(at.first.place.name)), {}, at.elsewhere.number()};
    CHECK(agent::enrol(at.first.store, at.first.wire, at.first.key, other.text()).error() ==
          EnrolRefusal::other_keys);
    CHECK(at.first.wire.sent.size() == asked);
    const protocol::Invitation same{
        *protocol::EnrolmentCode::read(at.central.code_for(at.first.place.name)), {}, at.first.number()};
    CHECK(agent::enrol(at.first.store, at.first.wire, at.first.key, same.text()));
}
