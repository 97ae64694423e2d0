// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

#include "core/actions/staff.hpp"

// Staff let somebody they know try a code again before the time is up (sync.md "Wrong codes"). On this kiosk
// alone: the server and other kiosks count for themselves.
namespace frikort::core::actions {

// What is left of the wait for this notebook; nothing to wait for is zero.
base::Result<std::chrono::seconds, NotDone> wait_for(store::Store&, const Kiosk&, const Staff&,
                                                     const records::StreamId&);
// Its count begins anew, as after the right code, and the centre's stream says who did it, never for whom.
// Refused: `already` when there is nothing to wait for any more. One transaction.
base::Result<void, NotDone> lift_wait(store::Store&, const Kiosk&, const Staff&, const records::StreamId&,
                                      const base::Clock&);

} // namespace frikort::core::actions
