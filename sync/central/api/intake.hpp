// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// Notebooks that one card is noted for, in all and by one kiosk's word; those that came first stay.
inline constexpr std::size_t most_behind_a_card = 32;
inline constexpr std::size_t most_behind_by_one = 8;

struct Intake {
    std::vector<protocol::Verdict> verdicts; // of the records, then of the stubs
    std::uint64_t refused = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t new_bytes = 0; // that take room here and did not before
};

// Looks at every record of a push, hands those that may enter to the store in one step, and answers for each
// (sync.md R2, R3). Nothing is durable before the Work's commit.
Intake take_in(core::store::CentralWork&, const core::store::Kiosk&, const protocol::PushRequest&);

} // namespace frikort::sync::central::api
