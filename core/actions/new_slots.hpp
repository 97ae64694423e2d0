// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/people/card.hpp"
#include "core/people/code.hpp"
#include "core/sealing/key_record.hpp"
#include "core/store/store.hpp"

// What a notebook's slots are made of, for actions that make keys.
namespace frikort::core::actions {

// Whether a notebook on this kiosk has this card already; `but`: another one than this.
bool taken(store::Work&, const people::Card&, const std::optional<records::StreamId>& but = std::nullopt);
people::Card unused_card(store::Work&, base::Chance&);

// The key of a card's slot, and how the slot is found. Blocks for one Argon2id. Names: name_slots.hpp.
struct CardKey {
    base::Hash lookup;
    sealing::Secret key;
    base::Hash verifier; // for the server
};
CardKey card_key(const Kiosk&, const people::Card&, const people::Code&);

// Signed and published with the generation's record; on this kiosk they are found by `settle`.
sealing::OpenSlot card_slot(const Kiosk&, const CardKey&, const records::StreamId&,
                            const sealing::NotebookKeys&);
// The centre must have a recovery key.
sealing::OpenSlot recovery_slot(const Kiosk&, const records::StreamId&, const sealing::NotebookKeys&);

} // namespace frikort::core::actions
