// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/people/card.hpp"
#include "core/people/code.hpp"

namespace frikort::core::actions {

// What shows the server that somebody has a card and its code, so that it hands out the notebook (sync.md
// "Card", R7). It opens nothing. One owner; wiped when it goes.
struct CardProof {
    base::Hash card; // what the server finds it by
    sealing::Secret proof;
};

// Blocks for one Argon2id.
CardProof prove(const Kiosk&, const people::Card&, const people::Code&);

} // namespace frikort::core::actions
