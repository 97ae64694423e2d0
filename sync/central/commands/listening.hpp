// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace frikort::sync::central::commands {

// Where a server listens, as typed: "127.0.0.1:8480" or "[::1]:8480".
struct Listening {
    std::string address;
    std::uint16_t port = 0; // 0: any free one
};
// Whether the address is one is seen when the server wants to have it.
std::optional<Listening> read_listening(const std::string& typed);

// Nobody on another machine can reach it.
bool is_this_machine(const Listening&);

} // namespace frikort::sync::central::commands
