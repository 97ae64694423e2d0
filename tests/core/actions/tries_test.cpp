// SPDX-License-Identifier: MPL-2.0
#include "core/actions/tries.hpp"
#include "tests/core/actions/house.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace std::chrono_literals;
using Why = NotOpened::Why;

namespace {

NotOpened try_card(store::Store& store, const House& house, const people::Card& card, const char* code)
{
    const auto open = open_with_card(store, house.kiosk, card, pin(code));
    REQUIRE_FALSE(open);
    return open.error();
}

} // namespace

TEST_CASE("Three wrong codes are free and then one waits even with the right code")
{
    House house;
    const auto made = new_notebook(house);
    for (const std::uint32_t left : {2U, 1U, 0U}) {
        const auto wrong = try_card(house.store, house, made.card, "730264");
        CHECK(wrong.why == Why::wrong_code);
        CHECK(wrong.tries_left == left);
        CHECK(wrong.wait == (left == 0 ? 30s : 0s));
    }
    const auto waits = try_card(house.store, house, made.card, "482915");
    CHECK(waits.why == Why::wait);
    CHECK(waits.wait == 30s);

    run_waits(house.store, 29s);
    CHECK(try_card(house.store, house, made.card, "482915").wait == 1s);
    run_waits(house.store, 1s);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
}

TEST_CASE("Trying while one has to wait neither counts nor makes the wait longer")
{
    House house;
    const auto made = new_notebook(house);
    for (int i = 0; i < 3; ++i) try_card(house.store, house, made.card, "730264");
    for (int i = 0; i < 10; ++i) CHECK(try_card(house.store, house, made.card, "730264").wait == 30s);
    run_waits(house.store, 30s);
    CHECK(try_card(house.store, house, made.card, "730264").wait == 60s);
}

TEST_CASE("The right code lets the count begin anew")
{
    House house;
    const auto made = new_notebook(house);
    for (int i = 0; i < 2; ++i) try_card(house.store, house, made.card, "730264");
    REQUIRE(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
    CHECK(try_card(house.store, house, made.card, "730264").tries_left == 2);
}

TEST_CASE("Card and call name count the same tries")
{
    House house;
    const auto made = new_notebook(house);
    for (int i = 0; i < 2; ++i) try_card(house.store, house, made.card, "730264");
    const auto third = open_with_name(house.store, house.kiosk, name("Kim"), pin("730264"));
    CHECK(third.error().wait == 30s);
    CHECK(try_card(house.store, house, made.card, "482915").why == Why::wait);
}

TEST_CASE("A try counts before the code is looked at so pulling the plug wins nothing")
{
    House house;
    const auto made = new_notebook(house);
    auto blackout = house.kiosk.cost;
    blackout.memory = std::size_t{1} << 60; // the stretching cannot be done: as if the power went right there
    const Kiosk dying{sealing::SigningKey::random(house.chance),
                      sealing::Pepper::random(house.chance),
                      house.chance,
                      std::nullopt,
                      std::nullopt,
                      blackout};
    for (int i = 0; i < 3; ++i) CHECK_THROWS(open_with_card(house.store, dying, made.card, pin("482915")));
    CHECK(try_card(house.store, house, made.card, "482915").why == Why::wait);
}

TEST_CASE("A try that cannot be written down is not made")
{
    House house;
    const auto made = new_notebook(house);
    house.store.fail_commits(store::StoreFailure::Kind::full);
    CHECK_THROWS_AS(open_with_card(house.store, house.kiosk, made.card, pin("482915")), store::StoreFailure);
}

TEST_CASE("A wait goes on where it was when the kiosk starts again")
{
    House house;
    TemporaryFolder folder;
    const store::DataFolder data{folder / "kiosk"};
    std::optional<people::Card> card;
    {
        store::SqliteStore store{data};
        card = open_new_notebook(store, house.kiosk, {name("Kim"), pin("482915"), Recovery::no, std::nullopt})
                   ->card;
        for (int i = 0; i < 3; ++i) try_card(store, house, *card, "730264");
        run_waits(store, 10s);
    }
    store::SqliteStore store{data};
    CHECK(try_card(store, house, *card, "482915").wait == 20s);
    run_waits(store, 20s);
    CHECK(open_with_card(store, house.kiosk, *card, pin("482915")));
}

TEST_CASE("A joker with unknown cards makes nobody wait who has a notebook")
{
    House house;
    const auto made = new_notebook(house);
    for (int i = 0; i < 20; ++i) {
        const auto refused = try_card(house.store, house, people::Card::make(house.chance), "482915");
        CHECK((refused.why == Why::unknown || refused.why == Why::wait));
        CHECK(refused.wait <= 60s);
        if (i % 2 == 0) run_waits(house.store, refused.wait);
    }
    CHECK(try_card(house.store, house, people::Card::make(house.chance), "482915").why == Why::wait);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
}

TEST_CASE("Unknown names wait like unknown cards")
{
    House house;
    for (const auto wait : {0s, 0s, 15s}) {
        const auto refused = open_with_name(house.store, house.kiosk, name("Ingen"), pin("482915"));
        CHECK(refused.error().why == Why::unknown);
        CHECK(refused.error().wait == wait);
    }
    CHECK(open_with_name(house.store, house.kiosk, name("Ingen"), pin("482915")).error().why == Why::wait);
}

TEST_CASE("Of two people with one call name the one who has to wait does not hold up the other")
{
    House house;
    const auto first = new_notebook(house, "Kim", "482915");
    const auto second = new_notebook(house, "Kim", "730264");
    for (int i = 0; i < 3; ++i) try_card(house.store, house, first.card, "905071");
    CHECK(open_with_name(house.store, house.kiosk, name("Kim"), pin("730264"))->stream() ==
          second.notebook.stream());
    CHECK(try_card(house.store, house, first.card, "482915").why == Why::wait);
}
