// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/records/record.hpp"

namespace frikort::sync::protocol {

// The server takes the newest and the one before (sync.md R12).
inline constexpr std::uint32_t newest_protocol = 2;
inline constexpr std::uint32_t oldest_protocol = 1;

// What no side ever reads past, whatever the other states.
inline constexpr std::size_t largest_head = 256 * 1024; // bytes of JSON
inline constexpr std::size_t deepest_head = 16;         // brackets inside brackets
inline constexpr std::size_t most_blobs = 4096;
inline constexpr std::size_t most_listed = 512;  // streams, positions, ranges in one message
inline constexpr std::size_t longest_text = 200; // bytes of any text in a head

// What a server states in each answer (R9).
struct Limits {
    std::uint64_t push_bytes = 1024 * 1024; // a push's whole body
    std::uint64_t push_records = 200;
    std::uint64_t page_bytes = 1024 * 1024; // the records of a page
    std::uint64_t page_records = 500;
    friend bool operator==(const Limits&, const Limits&) = default;
};

} // namespace frikort::sync::protocol
