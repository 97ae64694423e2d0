// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/records/record.hpp"
#include "core/store/store.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::agent {

struct Place {
    std::string name; // "Værestedet Havnen"
    core::records::StreamId stream;
    friend bool operator==(const Place&, const Place&) = default;
};

// Why a round did not go well.
enum class Trouble {
    no_server,      // nobody answered: no network, no name, no trust, too slow, cut off
    not_our_server, // somebody answered that is not our server (a sign-in page), or that we cannot read
    server_busy,    // the server asks for time, or failed
    turned_away,    // the server does not know this kiosk, or revoked it
    too_old,        // this program must be brought up to date
    frozen,         // the server knows two different records with one number of this kiosk: it was cloned or
                    // restored, and must be enrolled anew (R13)
    disk_failed,    // this machine could not keep what it was to keep. Heard in the agent's news alone: a
                    // full disk does not keep that it is full
};

// Whether the office has compared the centre's keys with its leader, by the server's last word.
using Compared = protocol::NewsAnswer::Compared;

// How this kiosk stands with the server. What waits is counted whenever it is asked, never remembered
// (sync.md R14); contact and trouble are those of the last rounds, also of a program that ended since.
struct Standing {
    std::uint64_t waiting = 0;                            // written here, not yet acknowledged
    std::uint64_t refused = 0;                            // a person must look at them (R3)
    std::optional<Place> centre;                          // nothing until it is enrolled
    std::optional<std::chrono::sys_seconds> last_contact; // the server's time
    std::optional<Trouble> trouble;     // of the last round; nothing when it went well, or there was none
    std::uint64_t differing = 0;        // streams that were not the same here and at the server (R15)
    std::optional<Compared> compared{}; // nothing until the server has said something of it
    bool heard_all = false;             // once since it was enrolled: what the server had for it is here
};
Standing standing(core::store::Work&);

// What the server refused, the oldest first: the list that a person must empty (R3).
struct Refused {
    std::uint64_t number = 0; // of this kiosk's own records
    std::string reason;       // a word of PROTOCOL.md
};
std::vector<Refused> refused(core::store::Work&, std::size_t most);
// A person has looked: all of them are offered once more, and those that are refused again stand in the list
// again. The caller commits.
void offer_refused_again(core::store::Work&);

} // namespace frikort::sync::agent
