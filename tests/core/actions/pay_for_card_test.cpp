// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pay_for_card.hpp"

#include "core/actions/renew_notebook.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using people::Role;

namespace {

money::Money sum(House& house, const OpenNotebook& open)
{
    return read_notebook(house.store, open).book.year(2025).sum;
}

} // namespace

TEST_CASE("Staff write pay by the number of a card and its owner sees who wrote it")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    const auto tom = house.somebody("Tom", Role::volunteer);
    const auto went = write_pay_for(house.store, house.kiosk, tom, kim.card.number(), paid(350), house.clock);
    REQUIRE(went);
    CHECK(*went == Went::notebook);
    const auto book = read_notebook(house.store, kim.notebook).book;
    REQUIRE(book.entries().size() == 1);
    CHECK(book.entries()[0].now == paid(350));
    REQUIRE(book.entries()[0].by);
    CHECK(book.entries()[0].by->bytes == tom.key().open().bytes);
    CHECK(std::get<centre::Did>(house.now().deeds().front().what).deed == centre::Deed::wrote_pay);
}

TEST_CASE("The owner takes back or corrects what staff wrote as anything else")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    REQUIRE(write_pay_for(house.store, house.kiosk, house.lone(), kim.card.number(), paid(350), house.clock));
    const auto id = read_notebook(house.store, kim.notebook).book.entries()[0].id;
    REQUIRE(
        correct_earning(house.store, house.kiosk, kim.notebook, id, paid(300), std::nullopt, house.clock));
    CHECK(sum(house, kim.notebook) == money::Money::kroner(300));
    REQUIRE(correct_earning(house.store, house.kiosk, kim.notebook, id, notebook::Withdrawn{}, std::nullopt,
                            house.clock));
    CHECK(sum(house, kim.notebook) == money::Money{});
}

TEST_CASE("Pay for a card that is not known here is kept and brought once its notebook is here")
{
    StaffedHouse house;
    auto card = people::Card::make(house.chance);
    const auto went =
        write_pay_for(house.store, house.kiosk, house.lone(), card.number(), paid(350), house.clock);
    REQUIRE(went);
    CHECK(*went == Went::centre);
    CHECK(*kept_pay(house.store, house.kiosk, house.lone()) == 1);
    CHECK(*deliver_kept_pay(house.store, house.kiosk, house.lone(), house.clock) == 0);

    const auto made =
        *open_new_notebook(house.store, house.kiosk, {name("Kim"), pin("482915"), Recovery::no, card});
    CHECK(sum(house, made.notebook) == money::Money{});
    CHECK(*deliver_kept_pay(house.store, house.kiosk, house.lone(), house.clock) == 1);
    CHECK(sum(house, made.notebook) == money::Money::kroner(350));
    CHECK(*deliver_kept_pay(house.store, house.kiosk, house.lone(), house.clock) == 0);
    CHECK(sum(house, made.notebook) == money::Money::kroner(350));
    CHECK(*kept_pay(house.store, house.kiosk, house.lone()) == 0);
}

TEST_CASE("Pay that a kiosk kept is brought also after it was enrolled under another name")
{
    StaffedHouse house;
    auto card = people::Card::make(house.chance);
    REQUIRE(write_pay_for(house.store, house.kiosk, house.lone(), card.number(), paid(350), house.clock));
    {
        const auto work = house.store.begin();
        work->outbox().fork_off(house.kiosk.device(), store::fork_word);
        work->commit();
    }
    house.kiosk.device_key = sealing::SigningKey::random(house.chance);
    CHECK(*kept_pay(house.store, house.kiosk, house.lone()) == 1);
    const auto made =
        *open_new_notebook(house.store, house.kiosk, {name("Kim"), pin("482915"), Recovery::no, card});
    CHECK(*deliver_kept_pay(house.store, house.kiosk, house.lone(), house.clock) == 1);
    CHECK(sum(house, made.notebook) == money::Money::kroner(350));
    CHECK(*kept_pay(house.store, house.kiosk, house.lone()) == 0);
}

TEST_CASE("After a new card staff still write into the notebook and the newest keys open it")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    const auto now = renew_notebook(house.store, house.kiosk, kim.notebook, {pin("730264")});
    REQUIRE(now);
    const auto went =
        write_pay_for(house.store, house.kiosk, house.lone(), now->card.number(), paid(350), house.clock);
    REQUIRE(went);
    CHECK(*went == Went::notebook);
    CHECK(sum(house, now->notebook) == money::Money::kroner(350));
    // Whoever has only the old keys sees that something is there which they cannot read.
    const auto old = read_notebook(house.store, kim.notebook);
    CHECK(old.book.entries().empty());
    CHECK(old.unreadable == 1);
}

TEST_CASE("Pay that cannot be kept is refused by staff's number too and a removed member writes nothing")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    CHECK(write_pay_for(house.store, house.kiosk, house.lone(), kim.card.number(), paid(1, "2030-01-01"),
                        house.clock)
              .error()
              .unfit == NotLogged::future_day);
    const auto ida = house.somebody("Ida", Role::staff);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    CHECK(write_pay_for(house.store, house.kiosk, ida, kim.card.number(), paid(350), house.clock)
              .error()
              .refused == NotDone::not_a_member);
    CHECK(sum(house, kim.notebook) == money::Money{});
}

TEST_CASE("The number of a card is read from the whole card or from its nine letters")
{
    StaffedHouse house;
    const auto card = people::Card::make(house.chance);
    CHECK(card_number(card.qr_text().view()) == card.number());
    CHECK(card_number(card.number_text()) == card.number());
    CHECK_FALSE(card_number("HTTPS://EXAMPLE.DK"));
    CHECK_FALSE(card_number(""));
    CHECK_FALSE(card_number(std::string(10'000, 'K')));
}
