// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

namespace frikort::sync::agent {

// Where the server is, taken apart.
struct Address {
    std::string url;       // "https://central.example:8480", nothing behind it
    std::string authority; // "central.example:8480", without the scheme's own port
    bool encrypted = true;
    bool this_machine = false; // a loopback address by number, or "localhost"
};

// "http" or "https", host and port, and nothing else: no user, path or query; of the host's name only letters
// a to z, digits, "-", "_" and full stops. Nothing for anything else.
std::optional<Address> read_address(const std::string& typed);

} // namespace frikort::sync::agent
