// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lost_notebook.hpp"

#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using people::Role;
using What = notebook::Happened::What;

namespace {

Made recoverable(House& house)
{
    return *open_new_notebook(house.store, house.kiosk,
                              {name("Kim"), pin("482915"), Recovery::yes, std::nullopt});
}

} // namespace

TEST_CASE("With the centre card and a leader a lost notebook opens and its owner sees it afterwards")
{
    StaffedHouse house;
    const auto made = recoverable(house);
    REQUIRE(log_earning(house.store, house.kiosk, made.notebook, paid(500), house.clock));
    const auto open = recover_notebook(house.store, house.kiosk, house.lone(), house.begun.card,
                                       made.notebook.stream(), house.clock);
    REQUIRE(open);
    const auto now = renew_for(house.store, house.kiosk, house.lone(), *open, {pin("730264")}, house.clock);
    REQUIRE(now);

    CHECK_FALSE(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
    const auto again = open_with_card(house.store, house.kiosk, now->card, pin("730264"));
    REQUIRE(again);
    const auto read = read_notebook(house.store, *again);
    CHECK(read.book.year(2025).sum == money::Money::kroner(500));
    CHECK(read.unreadable == 0);
    REQUIRE(read.book.happenings().size() == 2);
    CHECK(read.book.happenings()[0].what.what == What::new_card);
    CHECK(read.book.happenings()[1].what.what == What::recovered);
    CHECK(read.book.happenings()[1].what.day == house.clock.today());
    // And it can be recovered once more, with the same card.
    CHECK(recover_notebook(house.store, house.kiosk, house.lone(), house.begun.card, made.notebook.stream(),
                           house.clock));
}

TEST_CASE("Opening a lost notebook is seen by its owner also when nothing came of it")
{
    StaffedHouse house;
    const auto made = recoverable(house);
    {
        const auto open = recover_notebook(house.store, house.kiosk, house.lone(), house.begun.card,
                                           made.notebook.stream(), house.clock);
        REQUIRE(open);
    }
    const auto open = open_with_card(house.store, house.kiosk, made.card, pin("482915"));
    REQUIRE(open);
    CHECK(read_notebook(house.store, *open).book.happenings().size() == 1);
}

TEST_CASE("The centre card without a leader opens no notebook")
{
    StaffedHouse house;
    const auto made = recoverable(house);
    for (const auto role : {Role::volunteer, Role::staff}) {
        const auto who = house.somebody(role == Role::staff ? "Ida" : "Tom", role);
        const auto open = recover_notebook(house.store, house.kiosk, who, house.begun.card,
                                           made.notebook.stream(), house.clock);
        REQUIRE_FALSE(open);
        CHECK(open.error().refused == NotDone::not_allowed);
    }
    const auto other = people::CentreCard::make(house.chance);
    CHECK(recover_notebook(house.store, house.kiosk, house.lone(), other, made.notebook.stream(), house.clock)
              .error()
              .refused == NotDone::other_centre);
}

TEST_CASE("Somebody who said no cannot be recovered with the centre card")
{
    StaffedHouse house;
    const auto made = new_notebook(house);
    const auto open = recover_notebook(house.store, house.kiosk, house.lone(), house.begun.card,
                                       made.notebook.stream(), house.clock);
    REQUIRE_FALSE(open);
    CHECK(open.error().not_agreed);
}

TEST_CASE("A new card that staff made with its owner's code is told to the owner and to the leader")
{
    StaffedHouse house;
    const auto made = new_notebook(house);
    const auto ida = house.somebody("Ida", Role::staff);
    const auto open = open_with_name(house.store, house.kiosk, name("Kim"), pin("482915"));
    REQUIRE(open);
    const auto now = renew_for(house.store, house.kiosk, ida, *open, {pin("482915")}, house.clock);
    REQUIRE(now);
    CHECK_FALSE(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
    const auto book = read_notebook(house.store, now->notebook).book;
    REQUIRE(book.happenings().size() == 1);
    CHECK(book.happenings()[0].by.bytes == ida.key().open().bytes);
    const auto done = house.now().deeds().front();
    CHECK(done.who == "Ida");
    CHECK(std::get<centre::Did>(done.what).deed == centre::Deed::new_card);
}

TEST_CASE("Somebody removed while signed in makes no new card")
{
    StaffedHouse house;
    const auto made = new_notebook(house);
    const auto ida = house.somebody("Ida", Role::staff);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    const auto now = renew_for(house.store, house.kiosk, ida, made.notebook, {pin("730264")}, house.clock);
    REQUIRE_FALSE(now);
    CHECK(now.error().refused == NotDone::not_a_member);
    CHECK(open_with_card(house.store, house.kiosk, made.card, pin("482915")));
}
