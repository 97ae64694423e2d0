// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "sync/protocol/envelope.hpp"
#include "sync/protocol/names.hpp"

namespace frikort::sync::central::api {

// Why a whole request is not done.
struct Refusal {
    protocol::Fault fault = protocol::Fault::failed;
    std::optional<std::uint64_t> request{};            // behind: our counter of this kiosk's requests
    std::optional<std::uint64_t> seconds{};            // wait, wrong_proof: how long nothing is looked at
    std::optional<std::uint64_t> tries{};              // wrong_proof: left before one must wait
    std::optional<std::chrono::seconds> retry_after{}; // busy: where it is known for how long
};

// What to say to somebody whose message cannot be read.
inline protocol::Fault fault_of(protocol::Malformed malformed)
{
    return malformed == protocol::Malformed::other_protocol ? protocol::Fault::protocol
                                                            : protocol::Fault::malformed;
}

} // namespace frikort::sync::central::api
