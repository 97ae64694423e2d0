// SPDX-License-Identifier: MPL-2.0
#include "core/actions/confirm_entry.hpp"

#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using people::Role;

TEST_CASE("A member signs in an open notebook what they saw and a correction undoes it")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    const auto id = *log_earning(house.store, house.kiosk, kim.notebook, paid(350), house.clock);
    const auto tom = house.somebody("Tom", Role::volunteer);
    REQUIRE(confirm_entry(house.store, house.kiosk, kim.notebook, id, tom, house.clock));
    const auto seen = read_notebook(house.store, kim.notebook).book.find(id)->seen_by;
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].bytes == tom.key().open().bytes);
    CHECK(confirm_entry(house.store, house.kiosk, kim.notebook, id, tom, house.clock).error() ==
          NotDone::already);

    REQUIRE(
        correct_earning(house.store, house.kiosk, kim.notebook, id, paid(3500), std::nullopt, house.clock));
    CHECK(read_notebook(house.store, kim.notebook).book.find(id)->seen_by.empty());
    CHECK(read_notebook(house.store, kim.notebook).book.year(2025).sum == money::Money::kroner(3500));
}

TEST_CASE("Nobody signs an entry that was taken back nor after they were removed")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    const auto id = *log_earning(house.store, house.kiosk, kim.notebook, paid(350), house.clock);
    const auto ida = house.somebody("Ida", Role::staff);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    CHECK(confirm_entry(house.store, house.kiosk, kim.notebook, id, ida, house.clock).error() ==
          NotDone::not_a_member);
    REQUIRE(correct_earning(house.store, house.kiosk, kim.notebook, id, notebook::Withdrawn{}, std::nullopt,
                            house.clock));
    CHECK(confirm_entry(house.store, house.kiosk, kim.notebook, id, house.lone(), house.clock).error() ==
          NotDone::unknown);
}
