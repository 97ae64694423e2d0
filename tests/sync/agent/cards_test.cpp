// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/sync/support/visitors.hpp"

using namespace frikort::tests;
using frikort::core::actions::NotOpened;
using frikort::core::records::Class;
using Why = NotOpened::Why;

namespace {

Why why_shut(const frikort::core::actions::Opening& opening)
{
    REQUIRE_FALSE(opening);
    return opening.error().why;
}

} // namespace

TEST_CASE("A card opens its notebook on another kiosk that has it, with all that was written at both")
{
    Shared at;
    const auto there = at.second.open(at.made.card, "482915");
    REQUIRE(there);
    CHECK(at.second.sum(*there) == 120);
    CHECK(at.first.sum(*at.first.open(at.made.card, "482915")) == 120);
}

TEST_CASE("An old card opens nothing on any kiosk that has synced since there was a new one")
{
    Shared at;
    const auto now = at.first.renew(at.made.notebook, "730264");
    at.first.log(now.notebook, 3);
    CHECK(why_shut(at.first.open(at.made.card, "482915")) == Why::unknown);
    CHECK(at.second.open(at.made.card, "482915")); // has not heard of it yet
    at.first.round();
    at.second.round();

    CHECK(why_shut(at.second.open(at.made.card, "482915")) == Why::unknown);
    const auto there = at.second.open(now.card, "730264");
    REQUIRE(there);
    CHECK(at.second.sum(*there) == 123);
    CHECK(at.second.unreadable(*there) == 0);

    // What was written with the old keys before anybody there knew is not lost.
    at.second.log(at.made.notebook, 1000);
    at.second.round();
    at.first.round();
    CHECK(at.first.sum(now.notebook) == 1123);
}

TEST_CASE("A new code on the same card shuts the old code out on every kiosk that has synced since")
{
    Shared at;
    const auto now = at.first.renew(at.made.notebook, "730264", at.made.card);
    at.first.round();
    at.second.round();
    CHECK(why_shut(at.second.open(at.made.card, "482915")) == Why::wrong_code);
    CHECK(at.second.open(at.made.card, "730264"));
}

TEST_CASE("Of two new cards made offline the server's first holds and the other still opens its own")
{
    Shared at;
    auto first = at.first.renew(at.made.notebook, "730264");
    auto second = at.second.renew(at.made.notebook, "905071");
    at.first.log(first.notebook, 3);
    at.second.log(second.notebook, 4);
    const bool told_first = GENERATE(true, false); // whose comes to the server first
    if (!told_first) std::swap(first, second);
    (told_first ? at.first : at.second).round();
    for (int i = 0; i < 2; ++i) {
        at.first.round();
        at.second.round();
    }

    // `first` now is the one that the server took first. Both open on both kiosks.
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(why_shut(kiosk->open(at.made.card, "482915")) == Why::unknown);
        const auto holds = kiosk->open(first.card, told_first ? "730264" : "905071");
        const auto lost = kiosk->open(second.card, told_first ? "905071" : "730264");
        REQUIRE(holds);
        REQUIRE(lost);
        CHECK(kiosk->sum(*holds) == (told_first ? 123 : 124));
        CHECK(kiosk->unreadable(*holds) == 1);
        CHECK(kiosk->sum(*lost) == (told_first ? 124 : 123));
        CHECK(frikort::core::actions::erase_notebook(kiosk->store(), kiosk->actions, *lost) ==
              frikort::core::actions::Erased::newer_card);
    }

    // A further card of the one that holds leaves the lost one its slots, until somebody joins the two.
    auto next = at.first.renew(first.notebook, "264730");
    at.first.round();
    at.second.round();
    CHECK(why_shut(at.second.open(first.card, told_first ? "730264" : "905071")) == Why::unknown);
    const auto lost = at.second.open(second.card, told_first ? "905071" : "730264");
    REQUIRE(lost);
    const auto joined = frikort::core::actions::renew_notebook(
        at.second.store(), at.second.actions, next.notebook,
        {VisitedKiosk::code("515248"), std::nullopt, std::nullopt, {&*lost}});
    REQUIRE(joined);
    CHECK(at.second.sum(joined->notebook) == 127);
    CHECK(at.second.unreadable(joined->notebook) == 0);
    at.second.round();
    at.first.round();
    for (auto* kiosk : {&at.first, &at.second}) {
        CHECK(why_shut(kiosk->open(second.card, told_first ? "905071" : "730264")) == Why::unknown);
        CHECK(kiosk->sum(*kiosk->open(joined->card, "515248")) == 127);
    }
}

TEST_CASE("Which of two new cards holds is the server's word also for who pulled before the other pushed")
{
    Central central;
    frikort::tests::Kiosk first{1, central};
    frikort::tests::Kiosk second{2, central};
    first.enrol(central);
    second.enrol(central);
    SeededChance chance{5};
    const auto actor = [&](const frikort::tests::Kiosk& kiosk) {
        return frikort::core::actions::Kiosk{frikort::core::sealing::SigningKey::from_seed(kiosk.key.seed()),
                                             frikort::core::sealing::Pepper::random(chance),
                                             chance,
                                             std::nullopt,
                                             std::nullopt,
                                             {std::size_t{8} << 10, 1}};
    };
    const auto at_first = actor(first);
    const auto at_second = actor(second);
    const auto code = VisitedKiosk::code;
    const auto made = *frikort::core::actions::open_new_notebook(
        first.store, at_first,
        {*frikort::core::people::CallName::from("Kim"), code("482915"), frikort::core::actions::Recovery::no,
         std::nullopt});
    first.round();
    REQUIRE(
        frikort::sync::agent::follow(second.store, second.wire, second.key,
                                     frikort::core::actions::prove(at_second, made.card, code("482915"))));
    const auto mine =
        frikort::core::actions::renew_notebook(first.store, at_first, made.notebook, {code("730264")})
            .value();
    const auto other =
        frikort::core::actions::renew_notebook(second.store, at_second, made.notebook, {code("905071")})
            .value();
    first.wire.on_the_way([&](const frikort::sync::agent::Request& request, const Wire::Pass& pass) {
        if (request.path == frikort::sync::protocol::push_path) second.round();
        return pass(request);
    });
    first.round(); // pulls nothing, and then the other's keys are there before its own
    first.wire.heal();
    first.round();
    second.round();
    using frikort::core::actions::Erased;
    CHECK(frikort::core::actions::erase_notebook(first.store, at_first, mine.notebook) == Erased::newer_card);
    CHECK(frikort::core::actions::open_with_card(first.store, at_first, other.card, code("905071")));
    CHECK(frikort::core::actions::erase_notebook(second.store, at_second, other.notebook) == Erased::yes);
}

TEST_CASE("Somebody with an old card who makes a card of his own takes nothing away from its owner")
{
    Shared at;
    // The thief's kiosk has not synced; he has card and code. The owner's new card was there first.
    const auto now = at.first.renew(at.made.notebook, "730264");
    const auto thiefs = at.second.renew(at.made.notebook, "905071");
    const auto again = at.second.renew(thiefs.notebook, "264730");
    at.first.round();
    at.second.round();
    at.first.round();
    const auto mine = at.first.open(now.card, "730264");
    REQUIRE(mine);
    at.first.log(*mine, 5);
    at.first.round();
    at.second.round();
    CHECK(at.second.open(now.card, "730264"));
    CHECK(at.second.unreadable(*at.second.open(again.card, "264730")) == 1);
    CHECK(why_shut(at.second.open(thiefs.card, "905071")) == Why::unknown); // he has a newer one himself
}

TEST_CASE("A page that has the new keys but not yet the new card leaves the old card until it comes")
{
    Shared at;
    const auto now = at.first.renew(at.made.notebook, "730264");
    const auto keys = at.first.store().begin()->records().of_stream(at.stream(), Class::key);
    const auto arrive = [&](const frikort::core::records::Record& record) {
        const auto work = at.second.store().begin();
        work->records().add(record, frikort::core::store::Delivery::foreign);
        frikort::core::actions::settle(*work, at.stream());
        work->commit();
    };
    REQUIRE(keys.size() == 4); // two generations, two cards
    arrive(keys[2]);
    CHECK(at.second.open(at.made.card, "482915"));
    arrive(keys[3]);
    CHECK(why_shut(at.second.open(at.made.card, "482915")) == Why::unknown);
    CHECK(at.second.open(now.card, "730264"));
}

TEST_CASE("A card that the notebook has not signed is given no slot")
{
    Shared at;
    const auto thief = frikort::core::sealing::NotebookKeys::random(at.second.actions.chance);
    const auto before = at.second.store().begin()->slots().of_stream(at.stream()).size();
    const auto work = at.second.store().begin();
    frikort::core::actions::Pen{*work, at.second.actions, at.stream(), thief}.sign(
        frikort::core::sealing::OpenSlot{
            frikort::core::sealing::OpenSlot::Kind::recovery, at.stream().name, std::nullopt, {6, 1, 2, 3}});
    frikort::core::actions::settle(*work, at.stream());
    CHECK(work->slots().of_stream(at.stream()).size() == before);
}
