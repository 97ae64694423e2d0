// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/key_ring.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// Which of a notebook's key and erase records are looked at.
enum class Known {
    here,  // all that are on this kiosk
    taken, // those that the server has, as far as is known here
};

// A notebook's generations by the records on this kiosk, in the server's order as far as it told it: what
// came by a page stands in its order; of what was written here it said whether it was beaten.
sealing::Generations generations_of(store::Work&, const records::StreamId&, Known = Known::here);

// What the server answered for a generation record of which another of its number was there first
// (PROTOCOL.md).
inline constexpr const char* beaten_word = "beaten";

// Whether this kiosk itself wrote keys of it: it is no mere copy then (sync.md R7).
bool has_keys_of_its_own(store::Work&, const records::StreamId&);

// The keys that `opened` leads to, by the generation records that are here. Nothing when its own is not among
// them.
std::optional<sealing::KeyRing> ring_of(store::Work&, const records::StreamId&, sealing::NotebookKeys opened);

} // namespace frikort::core::actions
