// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/plant.hpp"

namespace frikort::tests::sim {

const std::vector<PlantWord>& plant_words()
{
    static const std::vector<PlantWord> words{
        {Plant::cursor_before_page, "cursor-before-page"},
        {Plant::bare_sequence, "bare-sequence"},
        {Plant::ack_before_commit, "ack-before-commit"},
        {Plant::erasure_not_reoffered, "erasure-not-reoffered"},
        {Plant::epoch_ignored, "epoch-ignored"},
        {Plant::past_ignored, "past-ignored"},
        {Plant::chain_hole, "chain-hole"},
        {Plant::overwritten, "overwritten"},
        {Plant::retry_waits, "retry-waits"},
        {Plant::clock_for_order, "clock-for-order"},
        {Plant::shared_cursor, "shared-cursor"},
        {Plant::erased_kept, "erased-kept"},
        {Plant::in_the_clear, "in-the-clear"},
    };
    return words;
}

std::optional<Plant> plant_of(std::string_view word)
{
    for (const auto& one : plant_words())
        if (one.word == word) return one.plant;
    return std::nullopt;
}

} // namespace frikort::tests::sim
