// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pay_for_card.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/support/colleagues.hpp"

// Pay that staff kept for a card, at a centre with two kiosks.

using namespace frikort::tests;
using namespace frikort::core;

namespace {

struct Kept : OneCentre {
    Kept()
    {
        const auto went = actions::write_pay_for(second.store(), second.actions, second.lone(), card.number(),
                                                 pay, second.clock);
        REQUIRE(went);
        REQUIRE(*went == actions::Went::centre);
        both_go_round();
    }
    // At the first, with that card.
    actions::Made begin()
    {
        return *actions::open_new_notebook(
            first.store(), first.actions,
            {*people::CallName::from("Bo"), VisitedKiosk::code("482915"), actions::Recovery::no, card});
    }
    static std::size_t bring(Colleagues& kiosk)
    {
        return *actions::deliver_kept_pay(kiosk.store(), kiosk.actions, kiosk.lone(), kiosk.clock);
    }
    static std::size_t waiting(Colleagues& kiosk)
    {
        return *actions::kept_pay(kiosk.store(), kiosk.actions, kiosk.lone());
    }
    people::Card card = people::Card::make(first.actions.chance);
    notebook::Earning pay{*base::Date::from_iso("2025-11-20"), std::nullopt, std::nullopt,
                          money::Money::kroner(350)};
};

} // namespace

TEST_CASE("Pay that a kiosk kept which is gone is brought by another of its centre")
{
    Kept at;
    CHECK(Kept::waiting(at.first) == 1);
    const auto made = at.begin();
    CHECK(Kept::bring(at.first) == 1);
    CHECK(at.first.sum(made.notebook) == 350);
    CHECK(Kept::waiting(at.first) == 0);
    at.both_go_round();
    CHECK(Kept::waiting(at.second) == 0);
}

TEST_CASE("Kept pay that both kiosks of a centre bring before they hear of each other counts once")
{
    Kept at;
    const auto made = at.begin();
    at.first.round();
    REQUIRE(at.second.follow(at.card, "482915"));
    CHECK(Kept::bring(at.first) == 1);
    CHECK(Kept::bring(at.second) == 1);
    at.both_go_round();
    at.second.round();
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(kiosk->sum(made.notebook) == 350);
        CHECK(kiosk->unreadable(made.notebook) == 0);
        CHECK(Kept::bring(*kiosk) == 0);
    }
}
