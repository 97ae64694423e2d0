// SPDX-License-Identifier: MPL-2.0
#include <iostream>

#include "core/sealing/keys.hpp"
#include "tests/crash/asked.hpp"
#include "tests/crash/town.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::tests::crash;

namespace {

void kill_and_look(Engine engine, std::uint64_t times)
{
    const auto chosen = seed();
    INFO("FRIKORT_SEED=" << chosen << " FRIKORT_KILLS=" << kills());
    frikort::core::sealing::start();
    Town town{engine, chosen};
    for (std::uint64_t kill = 1; kill <= times && town.faults().empty(); ++kill) town.kill();
    REQUIRE(town.faults() == Faults{});
    town.heal();
    CHECK(town.faults() == Faults{});
    std::cout << "FRIKORT_SEED=" << chosen << ": " << town.told() << std::endl;
}

} // namespace

TEST_CASE("Wherever kiosks and server are killed what was acknowledged is there once")
{
    kill_and_look(Engine::sqlite, kills() * 3 / 4);
}

TEST_CASE("Wherever kiosks and servers on PostgreSQL are killed what was acknowledged is there once")
{
    kill_and_look(Engine::postgresql, kills() - kills() * 3 / 4);
}
