// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/people/staff.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/pepper.hpp"
#include "core/store/store.hpp"

// What this machine keeps of its centre beside the records. For other rooms only what is public of it.
namespace frikort::core::actions {

struct KeptCentre {
    records::StreamId stream;
    sealing::NotebookKeys keys;
    sealing::SignPublic root;
};
// Nothing where the centre was not set up here.
std::optional<KeptCentre> kept_centre(store::Work&, const sealing::Pepper&);
void keep_centre(store::Work&, const sealing::Pepper&, const records::StreamId&, const sealing::NotebookKeys&,
                 const sealing::SignPublic& root, base::Chance&);
// What is public of it: the centre that was set up or joined here, and its root.
std::optional<records::StreamId> kept_stream(store::Work&);
std::optional<sealing::SignPublic> kept_root(store::Work&);

// Whether that centre was set up, here or elsewhere: something of it is here.
bool is_begun(store::Work&, const records::StreamId& centre);
// Which centre may be set up here, by whoever has the code; nothing when none may.
std::optional<records::StreamId> invited(store::Work&);
bool is_invited(store::Work&, const sealing::Pepper&, const people::SetUpCode&);
void keep_invitation(store::Work&, const sealing::Pepper&, const records::StreamId&,
                     const people::SetUpCode&);
void drop_invitation(store::Work&);

} // namespace frikort::core::actions
