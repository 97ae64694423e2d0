// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "tests/bench/row.hpp"

namespace frikort::tests::bench {

enum class Engine { sqlite, postgresql };

// What came of it. Two kiosks share a centre, and each gets what the other wrote.
struct Came {
    double acknowledged = 0;           // entries a second, until the last kiosk had sent everything
    double until_all_have_all = 0;     // s
    double pulled = 0;                 // records a second, afterwards, by sixteen kiosks again and again
    Samples rounds;                    // ms
    double server_ms_per_thousand = 0; // processor, database and all
    double server_mb = 0;              // at most, resident; the server alone
    double bytes_an_entry = 0;         // of message bodies, both ways
    double syncs_an_entry = 0;
    std::string answers; // "200: 1500"
};

// Stops the program when counts or checksums of kiosks and server are not the same in the end.
Came crowd(Engine, std::size_t kiosks, std::size_t entries);

} // namespace frikort::tests::bench
