// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// The first byte of everything sealed or signed says which it is. Numbers are never used again.
enum class BodyKind : std::uint8_t {
    sealed = 1, // content, by somebody who had the notebook open: NotebookKeys::seal
    // 2 was tried and never written on any kiosk
    local = 3,    // never leaves the machine: NotebookKeys::seal_local
    earlier = 4,  // an earlier generation's secret, inside a generation record
    slot = 5,     // a generation's secret under a slot's key: wrap
    recovery = 6, // the same for the centre's recovery pair: wrap_for_recovery
    shared = 7,   // content for several readers, with the writer's signature: seal_shared
    signed_generation = 16,
    signed_slot = 17,
    signed_erase = 32,
};

// Nothing for what is empty or of a newer program.
std::optional<BodyKind> kind_of(base::BytesView body);
// True when a record of this class may carry such a body: content is sealed, key and erase are signed and
// open.
bool fits(records::Class, BodyKind);

} // namespace frikort::core::sealing
