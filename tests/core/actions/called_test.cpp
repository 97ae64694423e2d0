// SPDX-License-Identifier: MPL-2.0
#include "core/actions/called.hpp"

#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using people::Role;

TEST_CASE("Staff find a notebook by call name and see the last day and nothing else")
{
    StaffedHouse house;
    const auto kim = new_notebook(house, "Kim");
    const auto bo = new_notebook(house, "åse", "730264");
    const auto alma = new_notebook(house, "Alma", "915372");
    for (const auto* one : {&kim, &bo, &alma}) note_use(house.store, house.kiosk, one->notebook, house.clock);
    const auto ida = house.somebody("Ida", Role::staff);
    const auto found = find_notebooks(house.store, house.kiosk, ida);
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK((*found)[0].name == "Alma");
    CHECK((*found)[1].name == "Kim");
    CHECK((*found)[1].last_used == house.clock.today());
    CHECK((*found)[1].stream == kim.notebook.stream());
}

TEST_CASE("Opening a notebook again moves its last day and does not list it twice")
{
    StaffedHouse house;
    const auto kim = new_notebook(house);
    note_use(house.store, house.kiosk, kim.notebook, StoppedClock{"2025-03-01", true});
    note_use(house.store, house.kiosk, kim.notebook, house.clock);
    auto found = *find_notebooks(house.store, house.kiosk, house.lone());
    REQUIRE(found.size() == 1);
    CHECK(found[0].last_used == house.clock.today());
    note_use(house.store, house.kiosk, kim.notebook, StoppedClock{"2031-03-01", false});
    found = *find_notebooks(house.store, house.kiosk, house.lone());
    CHECK_FALSE(found[0].last_used);
}

TEST_CASE("Volunteers find nobody and without a centre nothing is kept")
{
    StaffedHouse house;
    note_use(house.store, house.kiosk, new_notebook(house).notebook, house.clock);
    const auto tom = house.somebody("Tom", Role::volunteer);
    CHECK(find_notebooks(house.store, house.kiosk, tom).error() == NotDone::not_allowed);

    House alone;
    const auto made = new_notebook(alone);
    note_use(alone.store, alone.kiosk, made.notebook, alone.clock);
    for (const auto& slot : alone.store.begin()->slots().of_stream(made.notebook.stream()))
        CHECK(slot.kind != store::Slots::Kind::called);
}

TEST_CASE("The call name that staff see is sealed on the kiosk's disk")
{
    StaffedHouse house;
    const auto made = new_notebook(house, "Karlsmindebro");
    note_use(house.store, house.kiosk, made.notebook, house.clock);
    for (const auto& slot : house.store.begin()->slots().of_stream(made.notebook.stream()))
        CHECK(base::text_of(slot.wrapped).find("Karlsmindebro") == std::string_view::npos);
}
