// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "core/sealing/slot.hpp"
#include "tests/core/sealing/sample.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::sealing;

// Not run by itself: `frikort-tests-core "[measure]"` prints the figures for THREATS.md.
TEST_CASE("A thief with the card and a copy of its slot tries codes as fast as Argon2id lets him",
          "[.][measure]")
{
    start();
    frikort::tests::FrozenChance chance;
    const auto keys = NotebookKeys::random(chance);
    const auto stream = notebook_of(keys.open());
    const auto secret = base::view_of("SECRETSECRET");
    const auto slot =
        wrap(stretch_card("7K3QXW9AB", secret, "481592", Cost::full()).slot_key, stream, keys, chance);

    constexpr int tries_each = 60;
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const auto began = std::chrono::steady_clock::now();
    std::vector<int> opened(static_cast<std::size_t>(cores), 0);
    std::vector<std::thread> thieves;
    for (auto& found : opened) {
        thieves.emplace_back([&] {
            for (int i = 0; i < tries_each; ++i) {
                const auto code = std::to_string(481592 - tries_each + 1 + i);
                const auto key = stretch_card("7K3QXW9AB", secret, code, Cost::full()).slot_key;
                found += unwrap(key, stream, 1, slot).has_value();
            }
        });
    }
    for (auto& thief : thieves) thief.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const double per_second = tries_each * cores / took.count();
    std::printf("%d cores: %.1f tries/s, all 1,000,000 codes in %.2f days\n", cores, per_second,
                1e6 / per_second / 86400);
    CHECK(std::all_of(opened.begin(), opened.end(), [](int found) { return found == 1; }));
}
