// SPDX-License-Identifier: MPL-2.0
#include "core/people/lockout.hpp"

#include "tests/support/catch.hpp"

using namespace frikort::core::people;
using namespace std::chrono_literals;

TEST_CASE("After three wrong codes one waits thirty seconds and then twice as long each time up to a quarter")
{
    CHECK(notebook_lockout.wait_after(0) == 0s);
    CHECK(notebook_lockout.wait_after(2) == 0s);
    CHECK(notebook_lockout.wait_after(3) == 30s);
    CHECK(notebook_lockout.wait_after(4) == 60s);
    CHECK(notebook_lockout.wait_after(5) == 120s);
    CHECK(notebook_lockout.wait_after(7) == 480s);
    CHECK(notebook_lockout.wait_after(8) == 900s);
    CHECK(notebook_lockout.wait_after(9) == 900s);
    CHECK(notebook_lockout.wait_after(4'000'000'000U) == 900s);
}

TEST_CASE("The screen can say how many tries are left")
{
    CHECK(notebook_lockout.left_after(0) == 3);
    CHECK(notebook_lockout.left_after(2) == 1);
    CHECK(notebook_lockout.left_after(3) == 0);
    CHECK(notebook_lockout.left_after(99) == 0);
}

TEST_CASE("Unknown cards never hold a kiosk up for more than a minute")
{
    for (std::uint32_t wrong = 0; wrong < 100; ++wrong) CHECK(kiosk_lockout.wait_after(wrong) <= 60s);
    CHECK(kiosk_lockout.wait_after(99) == 60s);
}
