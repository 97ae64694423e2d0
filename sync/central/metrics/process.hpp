// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>

namespace frikort::sync::central::metrics {

// What this process takes of the machine; zero where the system does not tell.
struct Process {
    std::uint64_t resident_bytes = 0;
    std::uint64_t open_files = 0;
    std::uint64_t most_files = 0;
    double cpu_seconds = 0;
};
Process this_process();

} // namespace frikort::sync::central::metrics
