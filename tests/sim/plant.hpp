// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace frikort::tests::sim {

// A bug, put in from outside by the simulator to see that it is found. None of them is in any program that
// is shipped: they stand around stores, wires and disks, in planted_*.cpp and in whoever asks for one.
enum class Plant {
    none,
    cursor_before_page,    // the kiosk keeps the cursor, and then the page (R8)
    bare_sequence,         // counters are drawn before the turn to commit (R7)
    ack_before_commit,     // the server answers before it is durable (R4)
    erasure_not_reoffered, // after a restore erasures stay at home (R17)
    epoch_ignored,         // a kiosk does not notice that the server was restored (R6)
    past_ignored,          // nor that it was put back without a word, and counted on (R6)
    chain_hole,            // what was refused is not sent as a stub (R3)
    overwritten,           // the same number with another hash takes the place of the first (R2)
    retry_waits,           // after a failure nothing happens until somebody writes (R14)
    clock_for_order,       // the server pages by time of receipt (R10)
    shared_cursor,         // one cursor for all streams (R7)
    erased_kept,           // a kiosk keeps what somebody erased elsewhere (R17)
    in_the_clear,          // an entry is stored as it was typed
};

struct PlantWord {
    Plant plant;
    std::string_view word;
};
const std::vector<PlantWord>& plant_words(); // without `none`
std::optional<Plant> plant_of(std::string_view word);

} // namespace frikort::tests::sim
