// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/kiosk.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// To be called at a start. What was written on this kiosk for the staff and waits for an answer still is to
// be told to the server again: so it stays at every kiosk of the centre for longer than ninety days, and is
// told also when what was to be told was lost with a damaged database, or was written by a program that told
// nothing. Nothing happens where no centre was set up. Throws StoreFailure, and then nothing was noted.
void share_what_waits(store::Store&, const Kiosk&);

} // namespace frikort::core::actions
