// SPDX-License-Identifier: MPL-2.0
#include "core/actions/join_centre.hpp"

#include "core/actions/member_codes.hpp"
#include "tests/core/actions/staffed.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;

namespace {

// What the first wrote of its centre comes to the second.
void bring_over(House& first, House& second)
{
    const auto work = second.store.begin();
    for (const auto& record : first.store.begin()->records().of_stream(havnen))
        work->records().add(record, store::Delivery::foreign);
    work->commit();
}

} // namespace

TEST_CASE("A power cut while a kiosk joins leaves it as it was, and the same code and card join afterwards")
{
    StaffedHouse first;
    House second{2};
    bring_over(first, second);
    const auto code = *invite_set_up(second.store, second.kiosk, havnen);
    CHECK(is_further(second.store, second.kiosk));
    second.store.fail_commits(store::StoreFailure::Kind::other);
    CHECK_THROWS_AS(join_centre(second.store, second.kiosk, code, first.begun.card, second.clock),
                    store::StoreFailure);
    second.store.fail_commits(std::nullopt);
    CHECK_FALSE(our_centre(second.store, second.kiosk));
    CHECK(is_further(second.store, second.kiosk));
    REQUIRE(join_centre(second.store, second.kiosk, code, first.begun.card, second.clock));
    CHECK_FALSE(is_further(second.store, second.kiosk));
    CHECK(set_up_of(second.store, second.kiosk) == SetUp::done);
    // And so it is with the first code there.
    second.store.fail_commits(store::StoreFailure::Kind::other);
    const auto lone = first.lone().id();
    CHECK_THROWS_AS(let_in_here(second.store, second.kiosk, first.begun.card, lone, staff_code("hvide harer"),
                                second.clock),
                    store::StoreFailure);
    second.store.fail_commits(std::nullopt);
    CHECK(members_here(second.store, second.kiosk).empty());
    REQUIRE(let_in_here(second.store, second.kiosk, first.begun.card, lone, staff_code("hvide harer"),
                        second.clock));
    CHECK(sign_in(second.store, second.kiosk, lone, staff_code("hvide harer")));
}

TEST_CASE("A slot that an older program kept opens as ever, also beside a code on one kiosk more")
{
    StaffedHouse house;
    const auto lone = house.lone().id();
    {
        const auto work = house.store.begin();
        for (const auto& slot : work->slots().of_stream(havnen)) {
            work->slots().remove(slot);
            auto older = slot;
            older.wrapped.erase(older.wrapped.begin(),
                                older.wrapped.begin() + 1 + sealing::SignPublic::size); // the key before it
            work->slots().add(older);
        }
        work->commit();
    }
    CHECK(house.sign(lone, lones_code));
    CHECK(members_here(house.store, house.kiosk).size() == 1);
    forget_dead_codes(house.store, house.kiosk);
    CHECK(house.sign(lone, lones_code));
    REQUIRE(give_new_code(house.store, house.kiosk, house.begun.card, lone, staff_code("en helt ny kode"),
                          house.clock));
    CHECK_FALSE(house.sign(lone, lones_code));
    CHECK(house.sign(lone, "en helt ny kode"));
}
