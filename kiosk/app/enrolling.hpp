// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/store/store.hpp"
#include "kiosk/app/options.hpp"

namespace frikort::kiosk::app {

// Enrols with the server and prints, for the person who does it, what came of it; at a centre's first kiosk
// also makes the centre's recovery key and prints the centre card, once. Gives the program's exit code.
// Throws StoreFailure.
int enrol(core::store::Store&, const core::actions::Kiosk&, const Options&);

// The centre's recovery key as kept by `enrol`; nothing when this kiosk has none.
std::optional<core::sealing::BoxPublic> recovery_key(core::store::Store&);

} // namespace frikort::kiosk::app
