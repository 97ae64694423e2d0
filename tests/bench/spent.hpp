// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <ctime>

namespace frikort::tests::bench {

// What a deed takes: ms on the wall, and ms of processor of the whole process, which other programs on the
// machine hardly change.
struct Spent {
    double wall = 0;
    double cpu = 0;
};

inline double processor_ms()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline double wall_ms()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Spent spent_on(const auto& deed)
{
    const double wall = wall_ms();
    const double cpu = processor_ms();
    deed();
    return {wall_ms() - wall, processor_ms() - cpu};
}

} // namespace frikort::tests::bench
