// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/retry.hpp"

#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort::tests;
using namespace frikort::sync::agent;
using namespace std::chrono_literals;

TEST_CASE("A round that went well is followed by another after about a minute")
{
    SeededChance chance{1};
    Retry retry{Pace{}, chance};
    for (int i = 0; i < 100; ++i) {
        const auto pause = retry.after({End::done, {}, {}, {}});
        CHECK(pause >= 48s);
        CHECK(pause <= 72s);
    }
}

TEST_CASE("Each failure waits longer up to ten minutes and success forgets them")
{
    SeededChance chance{1};
    Retry retry{Pace{}, chance};
    const Outcome failed{End::no_server, {}, {}, {}};
    CHECK(retry.after(failed) <= 5s);
    for (int i = 0; i < 50; ++i) retry.after(failed);
    const auto long_after = retry.after(failed);
    CHECK(long_after >= 300s);
    CHECK(long_after <= 600s);
    retry.after({End::done, {}, {}, {}});
    CHECK(retry.after(failed) <= 5s);
}

TEST_CASE("Kiosks that fail together do not come back together")
{
    std::set<std::chrono::milliseconds> pauses;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        SeededChance chance{seed};
        Retry retry{Pace{}, chance};
        pauses.insert(retry.after({End::busy, {}, {}, 60s}));
    }
    CHECK(pauses.size() > 40);
}

TEST_CASE("Nobody comes back before the server allows it")
{
    SeededChance chance{1};
    Retry retry{Pace{}, chance};
    for (int i = 0; i < 50; ++i) CHECK(retry.after({End::busy, {}, {}, 90s}) >= 90s);
}
