// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/open_notebook.hpp"

namespace frikort::core::actions {

// May the staff let the citizen in when the card is lost? Then they can see the numbers too.
enum class Recovery : bool { no, yes };

struct NewNotebook {
    people::CallName name;
    people::Code code;
    Recovery recovery = Recovery::no;
    std::optional<people::Card> card; // unused, printed beforehand; nothing: a fresh one is made
};

struct Made {
    OpenNotebook notebook;
    people::Card card;
    // yes only when it was asked for and this centre has a recovery key: never claimed otherwise.
    Recovery recovery = Recovery::no;
};

enum class NotMade {
    card_in_use,
    // Somebody with the same call name has the same code here: each would open the other's notebook by name.
    // To be said as of a code that is guessed too easily, without a word of anybody else.
    code_in_use,
};

// Writes the keys, the slots and the call name in one transaction; what it returns is on disk. Blocks for two
// Argon2id. Throws StoreFailure, and then there is no notebook.
base::Result<Made, NotMade> open_new_notebook(store::Store&, const Kiosk&, const NewNotebook&);

// True when a notebook on this kiosk already has this card. Elsewhere it may have one all the same.
bool card_in_use(store::Store&, const people::Card&);

} // namespace frikort::core::actions
