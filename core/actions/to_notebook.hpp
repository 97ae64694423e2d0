// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/notebook/body.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"

// How staff write into a notebook that they cannot read. Not for other rooms.
namespace frikort::core::actions {

// Writes for the notebook's owner, to the newest keys on this kiosk, signed by `writer`; the caller commits.
// Nothing when this kiosk has no keys of that notebook.
std::optional<base::Id> write_to(store::Work&, const Kiosk&, const records::StreamId&, const notebook::Body&,
                                 const sealing::SigningKey& writer);

} // namespace frikort::core::actions
