// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/key_ring.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// The keys that `opened` leads to, by the generation records that are here. Nothing when its own is not among
// them.
std::optional<sealing::KeyRing> ring_of(store::Work&, const records::StreamId&, sealing::NotebookKeys opened);

} // namespace frikort::core::actions
