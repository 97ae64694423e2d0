// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/idle.hpp"
#include "tests/support/catch.hpp"

using frikort::kiosk::app::Idle;
using namespace std::chrono_literals;

TEST_CASE("A screen that nobody touches asks after three minutes and is put away thirty seconds later")
{
    Idle idle{Idle::Patience::standard()};
    idle.touched(10s);
    CHECK(idle.at(3min + 10s - 1ms) == Idle::State::awake);
    CHECK(idle.at(3min + 10s) == Idle::State::asking);
    CHECK(idle.seconds_to_answer(3min + 10s) == 30);
    CHECK(idle.at(3min + 40s - 1ms) == Idle::State::asking);
    CHECK(idle.seconds_to_answer(3min + 40s - 1ms) == 1);
    CHECK(idle.at(3min + 40s) == Idle::State::over);
}

TEST_CASE("One touch gives all the time again, as often as one likes")
{
    Idle idle{Idle::Patience::standard()};
    auto now = 0ms;
    for (int i = 0; i < 12; ++i) {
        now += 3min + 29s;
        CHECK(idle.at(now) == Idle::State::asking);
        idle.touched(now);
        CHECK(idle.at(now) == Idle::State::awake);
    }
}

TEST_CASE("A centre cannot set the patience shorter or longer than people need")
{
    const auto hasty = Idle::Patience::within_bounds(1s, 1s);
    CHECK(hasty.before_asking == 2min);
    CHECK(hasty.to_answer == 20s);
    const auto endless = Idle::Patience::within_bounds(1h, 1h);
    CHECK(endless.before_asking == 5min);
    CHECK(endless.to_answer == 45s);
}

TEST_CASE("The loop may sleep until the idle question or its end, and no longer")
{
    Idle idle{Idle::Patience::standard()};
    CHECK(idle.until_change(0ms) == 3min);
    CHECK(idle.until_change(3min) == 30s);
    CHECK(idle.until_change(4min) == 0ms);
}
