// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <thread>

namespace frikort::tests::outside {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// For one thing to happen, on a busy machine and with sanitizers; only what fails takes that long.
constexpr milliseconds patience = 40s;

// Looks again and again, and answers whether it came true in time.
template <class Condition>
bool until(Condition condition, milliseconds at_most = patience)
{
    constexpr milliseconds look = 20ms;
    const auto end = std::chrono::steady_clock::now() + at_most;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(look);
    }
    return true;
}

} // namespace frikort::tests::outside
