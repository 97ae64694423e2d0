// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/id.hpp"
#include "core/sealing/pepper.hpp"
#include "core/sealing/secret.hpp"

namespace frikort::core::sealing {

// From what people carry and remember to keys. Source: sync.md "Card", key table.

// What one try costs. Whatever a slot was made with, it must be opened with: programs use `full` only.
struct Cost {
    std::size_t memory; // bytes
    std::uint32_t passes;
    static constexpr Cost full()
    {
        return {std::size_t{64} << 20, 3};
    } // Argon2id, 60-75 ms on a 2-core machine
};

struct FromCard {
    Secret slot_key; // opens the card's slot; never leaves the kiosk
    Secret proof;    // shown to the server for the slot; says nothing about the key
};

// Argon2id over the card's secret and the code, salted with the card's number. `number` and `secret` in the
// one spelling that core/people gives them; `code` the six digits, or one letter for each picture. Blocks for
// as long as the cost says. Throws std::bad_alloc when the memory is not there.
FromCard stretch_card(std::string_view number, base::BytesView secret, std::string_view code, const Cost&);

// The slot key for a call name and a code on the kiosk whose pepper this is. The name's blanks and capitals
// do not matter (base::tidy, base::fold_case).
Secret stretch_name(std::string_view call_name, std::string_view code, const Pepper&, const Cost&);

// What a slot is found by. The card's can be made by whoever reads the number, the name's only with the
// pepper.
base::Hash card_lookup(std::string_view number);
base::Hash name_lookup(std::string_view call_name, const Pepper&);

// What the server keeps instead of the proof.
base::Hash verifier_of(base::BytesView proof);
// In constant time.
bool proves(base::BytesView proof, const base::Hash& verifier);

} // namespace frikort::core::sealing
