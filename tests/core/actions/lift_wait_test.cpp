// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lift_wait.hpp"

#include "core/actions/called.hpp"
#include "core/actions/tries.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace std::chrono_literals;
using people::Role;

namespace {

// Kim and Bo typed wrong codes, and so did somebody without a notebook.
struct Waiting : StaffedHouse {
    Waiting()
    {
        for (int i = 0; i < 3; ++i) {
            try_code(kim, "730264");
            try_code(bo, "730264");
            open_with_card(store, kiosk, stranger, pin("730264"));
        }
    }
    base::Result<OpenNotebook, NotOpened> try_code(const Made& whose, const char* code)
    {
        return open_with_card(store, kiosk, whose.card, pin(code));
    }
    std::chrono::seconds wait_of_the_kiosk() { return store.begin()->waits().of(subject_of_kiosk()).left; }
    std::size_t deeds() { return now().deeds().size(); }
    std::size_t written() { return store.begin()->records().tip(kiosk.device()).number; }

    Made kim = new_notebook(*this, "Kim");
    Made bo = new_notebook(*this, "Bo");
    people::Card stranger = people::Card::make(chance);
    records::StreamId kims = kim.notebook.stream();
};

} // namespace

TEST_CASE("Staff lift the wait of one notebook, of no other, and it is one deed of theirs")
{
    Waiting house;
    CHECK(wait_for(house.store, house.kiosk, house.lone(), house.kims) == 30s);
    const auto written = house.written();
    const auto kiosks = house.wait_of_the_kiosk();
    CHECK(kiosks > 0s);

    REQUIRE(lift_wait(house.store, house.kiosk, house.lone(), house.kims, house.clock));
    CHECK(wait_for(house.store, house.kiosk, house.lone(), house.kims) == 0s);
    CHECK(house.try_code(house.bo, "482915").error().why == NotOpened::Why::wait);
    CHECK(house.wait_of_the_kiosk() == kiosks);
    CHECK(house.written() == written + 1);
    CHECK(house.now().deeds().front().what == centre::Body{centre::Did{centre::Deed::lifted_wait}});
    CHECK(house.now().deeds().front().who == "Lone");

    SECTION("the right code opens at once") { CHECK(house.try_code(house.kim, "482915")); }
    SECTION("and wrong ones are counted from the beginning")
    {
        CHECK(house.try_code(house.kim, "730264").error().tries_left == 2);
    }
}

TEST_CASE("Where there is nothing to wait for nothing is lifted and nothing is written")
{
    Waiting house;
    run_waits(house.store, 30s);
    const auto written = house.written();
    CHECK(lift_wait(house.store, house.kiosk, house.lone(), house.kims, house.clock).error() ==
          NotDone::already);
    CHECK(house.written() == written);
}

TEST_CASE("Who is no member any more lifts no wait")
{
    Waiting house;
    const auto ida = house.somebody("Ida", Role::staff);
    REQUIRE(remove_member(house.store, house.kiosk, house.lone(), ida.id(), house.clock));
    const auto deeds = house.deeds();
    CHECK(lift_wait(house.store, house.kiosk, ida, house.kims, house.clock).error() == NotDone::not_a_member);
    CHECK(wait_for(house.store, house.kiosk, ida, house.kims).error() == NotDone::not_a_member);
    CHECK(house.try_code(house.kim, "482915").error().why == NotOpened::Why::wait);
    CHECK(house.deeds() == deeds);
}

TEST_CASE("A volunteer finds no notebook and lifts no wait")
{
    Waiting house;
    const auto tom = house.somebody("Tom", Role::volunteer);
    CHECK(lift_wait(house.store, house.kiosk, tom, house.kims, house.clock).error() == NotDone::not_allowed);
    CHECK(wait_for(house.store, house.kiosk, tom, house.kims).error() == NotDone::not_allowed);
    CHECK(house.try_code(house.kim, "482915").error().why == NotOpened::Why::wait);
}
