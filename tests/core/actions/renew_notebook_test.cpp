// SPDX-License-Identifier: MPL-2.0
#include "core/actions/renew_notebook.hpp"

#include "core/actions/settle.hpp"
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using Why = NotOpened::Why;

namespace {

Renewed renewed(House& house, const OpenNotebook& open, Renewal asked)
{
    auto done = renew_notebook(house.store, house.kiosk, open, asked);
    REQUIRE(done);
    return std::move(*done);
}

std::vector<store::Slots::Slot> slots_of(House& house, const OpenNotebook& open)
{
    return house.store.begin()->slots().of_stream(open.stream());
}

} // namespace

TEST_CASE("A new card opens the notebook and the old card and its code open nothing")
{
    House house;
    const auto made = new_notebook(house);
    log_earning(house.store, house.kiosk, made.notebook, paid(500), house.clock);
    const auto now = renewed(house, made.notebook, {pin("730264")});

    CHECK_FALSE(now.card == made.card);
    const auto old = open_with_card(house.store, house.kiosk, made.card, pin("482915"));
    REQUIRE_FALSE(old);
    CHECK(old.error().why == Why::unknown);
    const auto open = open_with_card(house.store, house.kiosk, now.card, pin("730264"));
    REQUIRE(open);
    CHECK(open->stream() == made.notebook.stream());
    CHECK(read_notebook(house.store, *open).book.year(2025).sum == money::Money::kroner(500));
    CHECK(read_notebook(house.store, *open).unreadable == 0);
    CHECK(open_with_card(house.store, house.kiosk, now.card, pin("482915")).error().why == Why::wrong_code);
}

TEST_CASE("A new code on the same card takes the place of the old code for card and name")
{
    House house;
    const auto made = new_notebook(house);
    const auto now = renewed(house, made.notebook, {pin("730264"), made.card});
    CHECK(now.card == made.card);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("730264")));
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("730264")));
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")).error().why == Why::wrong_code);
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")).error().why ==
          Why::wrong_code);
    CHECK(slots_of(house, now.notebook).size() == 2);
}

TEST_CASE("A new code that is the old one is said to be so and nothing is written")
{
    House house;
    const auto made = new_notebook(house);
    const auto waiting = house.store.begin()->outbox().count(store::Delivery::waiting);
    const auto again = renew_notebook(house.store, house.kiosk, made.notebook, {pin("482915"), made.card});
    REQUIRE_FALSE(again);
    CHECK(again.error() == NotRenewed::same_code);
    CHECK(house.store.begin()->outbox().count(store::Delivery::waiting) == waiting);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
}

TEST_CASE("The visit goes on with the new keys and a half-done entry from before is not lost")
{
    House house;
    const auto made = new_notebook(house);
    keep_draft(house.store, house.kiosk, made.notebook, "350 kr. fra");
    const auto now = renewed(house, made.notebook, {pin("730264")});
    CHECK(take_draft(house.store, now.notebook) == "350 kr. fra");
    REQUIRE(log_earning(house.store, house.kiosk, now.notebook, paid(350), house.clock));

    const auto open = open_with_card(house.store, house.kiosk, now.card, pin("730264"));
    CHECK(read_notebook(house.store, *open).book.year(2025).sum == money::Money::kroner(350));
    CHECK_FALSE(take_draft(house.store, *open));
}

TEST_CASE("An old copy of a kiosk and the old card open nothing that was written after the new card")
{
    House house;
    const auto made = new_notebook(house);
    log_earning(house.store, house.kiosk, made.notebook, paid(500), house.clock);
    House thief; // with a copy from before, and every record that was ever written since
    thief.kiosk.device_key = sealing::SigningKey::from_seed(house.kiosk.device_key.seed());
    {
        const auto copied = house.store.begin()->slots().of_stream(made.notebook.stream());
        const auto work = thief.store.begin();
        for (const auto& slot : copied) work->slots().add(slot);
        work->commit();
    }
    const auto now = renewed(house, made.notebook, {pin("730264")});
    REQUIRE(log_earning(house.store, house.kiosk, now.notebook, paid(90), house.clock));
    {
        const auto all = house.store.begin()->records().of_stream(made.notebook.stream());
        const auto work = thief.store.begin();
        for (const auto& record : all) work->records().add(record, store::Delivery::foreign);
        work->commit();
    }
    const auto open = open_with_card(thief.store, thief.kiosk, made.card, pin("482915"));
    REQUIRE(open); // this cannot be taken back
    const auto read = read_notebook(thief.store, *open);
    CHECK(read.book.year(2025).sum == money::Money::kroner(500));
    CHECK(read.unreadable == 1);
}

TEST_CASE("The centre card opens the new generation as it opened the old where the citizen said yes")
{
    House house;
    const base::Bytes centre_card(sealing::RecoveryPair::card_size, 7);
    const auto pair = *sealing::RecoveryPair::from_card(centre_card);
    house.kiosk.recovery = pair.open();
    const auto yes = *open_new_notebook(house.store, house.kiosk,
                                        {name("Kim"), pin("482915"), Recovery::yes, std::nullopt});
    const auto no =
        *open_new_notebook(house.store, house.kiosk, {name("Bo"), pin("482915"), Recovery::no, std::nullopt});
    const auto now = renewed(house, yes.notebook, {pin("730264")});
    CHECK(now.recovery == Recovery::yes);
    CHECK(renewed(house, no.notebook, {pin("730264")}).recovery == Recovery::no);

    const auto slots =
        house.store.begin()->slots().find(store::Slots::Kind::recovery, yes.notebook.stream().name);
    REQUIRE(slots.size() == 1);
    CHECK(slots[0].generation == 2);
    CHECK(sealing::unwrap_recovered(pair, yes.notebook.stream(), 2, slots[0].wrapped));

    const auto changed = renewed(house, now.notebook, {pin("905071"), {}, Recovery::no});
    CHECK(changed.recovery == Recovery::no);
    CHECK(
        house.store.begin()->slots().find(store::Slots::Kind::recovery, yes.notebook.stream().name).empty());
    house.kiosk.recovery.reset();
    CHECK(renewed(house, changed.notebook, {pin("730264"), {}, Recovery::yes}).recovery == Recovery::no);
}

TEST_CASE("A new card is no card of somebody else and a new code not that of somebody of the same name")
{
    House house;
    const auto kim = new_notebook(house, "Kim", "482915");
    const auto other = new_notebook(house, "kim", "730264");
    const auto card = renew_notebook(house.store, house.kiosk, kim.notebook, {pin("905071"), other.card});
    CHECK(card.error() == NotRenewed::card_in_use);
    const auto code = renew_notebook(house.store, house.kiosk, kim.notebook, {pin("730264")});
    CHECK(code.error() == NotRenewed::code_in_use);
    CHECK(open_with_card(house.store, house.kiosk, kim.card, pin("482915")));
    // The own code may stay with a new card.
    CHECK(renew_notebook(house.store, house.kiosk, kim.notebook, {pin("482915")}));
}

TEST_CASE("A card printed beforehand can be the new card")
{
    House house;
    const auto made = new_notebook(house);
    const auto printed = people::Card::make(house.chance);
    CHECK(renewed(house, made.notebook, {pin("730264"), printed}).card == printed);
    CHECK(open_with_card(house.store, house.kiosk, printed, pin("730264")));
}

TEST_CASE("Keys that a newer card has replaced make no card any more")
{
    House house;
    const auto made = new_notebook(house);
    const auto now = renewed(house, made.notebook, {pin("730264")});
    const auto again = renew_notebook(house.store, house.kiosk, made.notebook, {pin("905071")});
    REQUIRE_FALSE(again);
    CHECK(again.error() == NotRenewed::newer_card);
    CHECK(open_with_card(house.store, house.kiosk, now.card, pin("730264")));
}

TEST_CASE("A new card that a full disk has no room for leaves the old one as it was")
{
    House house;
    const auto made = new_notebook(house);
    house.store.fail_commits(store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(renew_notebook(house.store, house.kiosk, made.notebook, {pin("730264")}),
                    store::StoreFailure);
    house.store.fail_commits(std::nullopt);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("482915")));
}

TEST_CASE("After many new cards everything ever written still opens")
{
    House house;
    auto made = new_notebook(house);
    OpenNotebook open{std::move(made.notebook)};
    for (int card = 0; card < 20; ++card) {
        REQUIRE(log_earning(house.store, house.kiosk, open, paid(100 + card), house.clock));
        open = std::move(renewed(house, open, {pin(card % 2 == 0 ? "730264" : "482915")}).notebook);
    }
    CHECK(read_notebook(house.store, open).book.year(2025).count == 20);
    CHECK(read_notebook(house.store, open).unreadable == 0);
    CHECK(slots_of(house, open).size() == 2);
}
