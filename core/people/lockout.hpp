// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace frikort::core::people {

// How long to wait after wrong codes: arithmetic only, kept by store::Waits. Source: sync.md "Wrong codes".
struct Lockout {
    std::uint32_t free_tries; // wrong ones that cost nothing; the last of them already starts the first wait
    std::chrono::seconds first;
    std::chrono::seconds longest;

    // After that many wrong ones in a row: none, then `first`, doubling up to `longest`.
    std::chrono::seconds wait_after(std::uint32_t wrong) const;
    // Tries that are left before one must wait.
    std::uint32_t left_after(std::uint32_t wrong) const;
};

// Wrong codes for one notebook.
inline constexpr Lockout notebook_lockout{3, std::chrono::seconds{30}, std::chrono::minutes{15}};
// Wrong proofs of one card, at the server.
inline constexpr Lockout server_lockout{3, std::chrono::seconds{30}, std::chrono::hours{1}};
// Unknown cards and names on one kiosk: short, so that one joker cannot shut the house.
inline constexpr Lockout kiosk_lockout{3, std::chrono::seconds{15}, std::chrono::seconds{60}};

} // namespace frikort::core::people
