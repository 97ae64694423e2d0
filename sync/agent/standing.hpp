// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "core/records/record.hpp"
#include "core/store/store.hpp"

namespace frikort::sync::agent {

struct Place {
    std::string name; // "Værestedet Havnen"
    core::records::StreamId stream;
    friend bool operator==(const Place&, const Place&) = default;
};

// How this kiosk stands with the server: counted whenever it is asked, never remembered (sync.md R14).
struct Standing {
    std::uint64_t waiting = 0;                            // written here, not yet acknowledged
    std::uint64_t refused = 0;                            // a person must look at them (R3)
    std::optional<Place> centre;                          // nothing until it is enrolled
    std::optional<std::chrono::sys_seconds> last_contact; // the server's time
};
Standing standing(core::store::Work&);

} // namespace frikort::sync::agent
