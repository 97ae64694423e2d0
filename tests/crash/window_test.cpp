// SPDX-License-Identifier: MPL-2.0
#include <exception>
#include <iostream>
#include <sstream>

#include "core/sealing/keys.hpp"
#include "tests/crash/apart.hpp"
#include "tests/crash/asked.hpp"
#include "tests/crash/somebody.hpp"
#include "tests/journeys/outside/central.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::tests::crash;

namespace {

// Each at a kiosk of their own, at once: most of the time a finger has to wait.
constexpr std::uint64_t people = 3;
// A kill at a window takes seconds, one of a program without a window a tenth of one.
constexpr std::uint64_t kills_for_one_here = 10;

// A line of numbers, then one for each fault.
std::string killed_often(const std::filesystem::path& folder, const Somebody::Server& server,
                         std::uint64_t seed, std::uint64_t times)
{
    std::ostringstream said;
    try {
        frikort::core::sealing::start();
        Somebody somebody{folder, server, seed};
        const auto& told = somebody.told();
        for (std::uint64_t i = 0; i < times && told.faults.empty(); ++i) somebody.write_and_die();
        if (told.faults.empty()) somebody.settle();
        said << told.killed << ' ' << told.saved << ' ' << told.in_time << ' ' << told.too_late << ' '
             << told.at_server << '\n';
        for (const auto& fault : told.faults) said << fault << '\n';
    } catch (const std::exception& problem) {
        said << "0 0 0 0 0\n" << problem.what() << '\n';
    }
    return said.str();
}

} // namespace

TEST_CASE("Wherever the kiosk at the window is killed what its screen called saved is there once")
{
    const auto chosen = seed();
    INFO("FRIKORT_SEED=" << chosen << " FRIKORT_KILLS=" << kills());
    const TemporaryFolder folder;
    const auto environment = outside::plain_environment(folder / "home");
    const outside::Central central{folder.path(), environment};
    const auto each = (kills() / kills_for_one_here + people - 1) / people;
    std::vector<std::unique_ptr<Apart>> all;
    for (std::uint64_t i = 0; i < people; ++i) {
        const Somebody::Server server{central.address(), folder / "central", central.code_for("Perronen")};
        all.push_back(std::make_unique<Apart>(
            [&, i] { return killed_often(folder / std::to_string(i), server, chosen + i, each); }));
    }
    Somebody::Told sum;
    for (const auto& one : all) {
        std::istringstream said{one->said()};
        Somebody::Told told;
        said >> told.killed >> told.saved >> told.in_time >> told.too_late >> told.at_server >> std::ws;
        sum.killed += told.killed;
        sum.saved += told.saved;
        sum.in_time += told.in_time;
        sum.too_late += told.too_late;
        sum.at_server += told.at_server;
        for (std::string fault; std::getline(said, fault);) sum.faults.push_back(fault);
    }
    CHECK(sum.faults == Faults{});
    CHECK(sum.killed == static_cast<int>(each * people));
    std::cout << "FRIKORT_SEED=" << chosen << ": " << sum.killed << " windows killed; " << sum.saved
              << " payments called saved; killed while it saved: " << sum.in_time << " stood there, "
              << sum.too_late << " did not; " << sum.at_server << " right when the server wrote" << std::endl;
}
