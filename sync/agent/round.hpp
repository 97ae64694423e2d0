// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"
#include "sync/agent/half.hpp"
#include "sync/agent/standing.hpp"
#include "sync/agent/transport.hpp"

namespace frikort::sync::agent {

enum class End {
    done,           // everything was asked for, and everything that waited was offered
    not_enrolled,   // this kiosk has no centre yet: nothing was asked
    no_server,      // nobody answered
    not_understood, // somebody answered that is not our server, or that we cannot read
    busy,           // the server asks for time, or failed
    turned_away,    // the server does not know this kiosk, or revoked it
    frozen,         // two machines bear this kiosk's name: it must be enrolled anew
    too_old,        // the server no longer speaks this program's protocol
    disk_failed,    // this machine could not keep what it was to keep
    stopped,
};
// Nothing for a round that went well, was never asked for, or was stopped here.
std::optional<Trouble> trouble_of(End);

// What a round did.
struct Outcome {
    End end = End::done;
    // Streams in which records of others arrived: read them again.
    std::vector<core::records::StreamId> changed;
    // What time it is by the server this kiosk is enrolled with (R10).
    std::optional<std::chrono::sys_seconds> server_time;
    // Not before this long (Retry-After, R14); at most `longest_wait`, whatever was answered.
    std::optional<std::chrono::seconds> wait;
};
// A copy of a notebook that was not opened here for so long ends (R7).
inline constexpr std::chrono::days copies_last{90};
// So much the clocks of several servers may differ, and one may be set right, without anything following.
inline constexpr std::chrono::days clocks_apart{1};
// An odd Retry-After must not put a kiosk to sleep for good.
inline constexpr std::chrono::hours longest_wait{6};

// One round: what is new, its pages, then everything that waits. May be cut off anywhere: whatever is asked
// or stored twice changes nothing (sync.md R2, R6-R9, R14). Holds no Work of the store while it waits for the
// network. Keeps its trouble for `standing`. Throws StoreFailure.
// `half`: of the pepper, where the kiosk wants one. It is taken as soon as the first answer is there.
Outcome run_round(core::store::Store&, Transport&, const core::sealing::SigningKey& device,
                  const std::stop_token& = {}, WantedHalf* half = nullptr);

} // namespace frikort::sync::agent
