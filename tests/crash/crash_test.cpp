// SPDX-License-Identifier: MPL-2.0
#include <cstdlib>
#include <iostream>
#include <random>

#include "core/sealing/keys.hpp"
#include "tests/crash/town.hpp"
#include "tests/support/catch.hpp"

// FRIKORT_KILLS: how many in all, 200 unless told. FRIKORT_SEED: another order of things; it is printed.

using namespace frikort::tests;
using namespace frikort::tests::crash;

namespace {

std::uint64_t told(const char* name, std::uint64_t otherwise)
{
    const char* said = std::getenv(name);
    return said != nullptr ? std::stoull(said) : otherwise;
}

std::uint64_t kills() { return told("FRIKORT_KILLS", 200); }

void kill_and_look(Engine engine, std::uint64_t times)
{
    const auto seed = told("FRIKORT_SEED", std::random_device{}());
    INFO("FRIKORT_SEED=" << seed << " FRIKORT_KILLS=" << kills());
    frikort::core::sealing::start();
    Town town{engine, seed};
    for (std::uint64_t kill = 1; kill <= times && town.faults().empty(); ++kill) town.kill();
    REQUIRE(town.faults() == Faults{});
    town.heal();
    CHECK(town.faults() == Faults{});
    std::cout << "FRIKORT_SEED=" << seed << ": " << town.told() << std::endl;
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
