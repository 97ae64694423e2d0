// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/actions/open_new_notebook.hpp"
#include "core/actions/open_notebook.hpp"

namespace frikort::core::actions {

// A new card or a new code for a notebook that is open, whoever opened it and with what. Source: sync.md
// "Generations".
struct Renewal {
    people::Code code;
    // The card the notebook has: it stays, and only the code is new. Its letters must be known to be right
    // (scanned, or the notebook was opened with it). An unused one, printed beforehand: it takes the old
    // one's place. Nothing: a fresh one is made.
    std::optional<people::Card> card{};
    // Nothing: as it was.
    std::optional<Recovery> recovery{};
    // The same notebook, opened with cards that lost to another made at the same time: their entries come
    // along. What is already as new as the new keys stays as it is, with its own card.
    std::vector<const OpenNotebook*> joined{};
};

struct Renewed {
    OpenNotebook notebook; // opens all that the old one opened; drafts too
    people::Card card;
    Recovery recovery = Recovery::no; // yes only where the centre has a key for it
};

enum class NotRenewed {
    card_in_use, // by another notebook
    code_in_use, // as NotMade::code_in_use
    same_code,   // the card that stays opens with this very code already
    newer_card,  // a newer one was made elsewhere, and the open keys are those of the old: nothing may follow
    too_many,    // a notebook ends after sealing::most_generations of them
};

// Writes a new generation of keys, signed by the one before and holding its secret, with its slots, and takes
// away what the old card, name and code open on this kiosk, in one transaction. Blocks for two Argon2id.
// Throws StoreFailure, and then everything is as it was.
base::Result<Renewed, NotRenewed> renew_notebook(store::Store&, const Kiosk&, const OpenNotebook&,
                                                 const Renewal&);

// Whether the centre card opens it, as far as this kiosk knows.
bool is_recoverable(store::Store&, const OpenNotebook&);

} // namespace frikort::core::actions
