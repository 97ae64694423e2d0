// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/actions/open_notebook.hpp"
#include "core/people/call_name.hpp"
#include "core/people/code.hpp"

// How call names and codes open notebooks on this kiosk. Not for other rooms.
namespace frikort::core::actions {

struct NameKey {
    base::Hash lookup;
    sealing::Secret key;
};

// One key for each pepper that names may have been made with here, the one for a new slot first; of the
// others only those that find anything. None while the server's half is not here. Blocks for one Argon2id
// each; holds no Work meanwhile.
std::vector<NameKey> name_keys(store::Store&, const Kiosk&, const people::CallName&, const people::Code&);

// Whether this name and code open the notebook of somebody else.
bool opens_another(store::Work&, const std::vector<NameKey>&,
                   const std::optional<records::StreamId>& own = std::nullopt);

// The slot of a new generation, under the first of the keys. Without a key its place is kept: it is made at
// the first opening with the card that can (`renew_name`). Never leaves the kiosk.
void add_name_slot(store::Work&, const Kiosk&, const std::vector<NameKey>&, const records::StreamId&,
                   const sealing::NotebookKeys&);

// Of every notebook here: what is left of its name's slots is their place. Says whether there were any; the
// caller commits.
bool remove_name_slots(store::Work&);

// After an opening: where the slot of this notebook was made with another pepper than one is made with now,
// or only its place was kept, it is made anew, and nothing is left of the old one. Nothing happens otherwise,
// nor while none can be made. `name`: as it was typed; of the notebook itself where it opened with the card.
void renew_name(store::Store&, const Kiosk&, const OpenNotebook&, const std::optional<people::CallName>& name,
                const people::Code&);

} // namespace frikort::core::actions
