// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/keys.hpp"

namespace frikort::core::sealing {

// The first byte of everything sealed or signed says which it is. Numbers are never used again.
enum class BodyKind : std::uint8_t {
    sealed = 1,       // content, by somebody who had the notebook open: NotebookKeys::seal
    from_outside = 2, // content, to the notebook, by staff or office: seal_from_outside
    local = 3,        // never leaves the machine: NotebookKeys::seal_local
    earlier = 4,      // an earlier generation's secret, inside a generation record
    slot = 5,         // a generation's secret under a slot's key: wrap
    recovery = 6,     // the same for the centre's recovery pair: wrap_for_recovery
    signed_generation = 16,
    signed_slot = 17,
    signed_erase = 32,
};

// Nothing for what is empty or of a newer program.
std::optional<BodyKind> kind_of(base::BytesView body);
// True when a record of this class may carry such a body: content is sealed, key and erase are signed and
// open.
bool fits(records::Class, BodyKind);

// For somebody who may write to a notebook without opening it: a random key sealed to its newest public key,
// the same encryption and padding as inside, and the writer's signature. Source: sync.md "Bodies".
base::Bytes seal_from_outside(const PublicKeys& newest, base::BytesView header, base::BytesView plain,
                              const SigningKey& writer, base::Chance&);

struct FromOutside {
    SignPublic writer; // whose key signed it; whether that is staff or office, others know
    Secret plain;
};
// Nothing when it was sealed to another generation, for another header, was touched, or is not signed.
std::optional<FromOutside> open_from_outside(const NotebookKeys&, base::BytesView header,
                                             base::BytesView body);

} // namespace frikort::core::sealing
