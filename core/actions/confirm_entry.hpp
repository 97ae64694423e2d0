// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/open_notebook.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// Staff sign, in the citizen's open notebook, that they saw this payment as it stands now; after a correction
// it does not hold any more. `staff` are there for this one act: whoever calls lets go of them after it.
// Refused: unknown, for an entry that is not there or was taken back; already.
base::Result<void, NotDone> confirm_entry(store::Store&, const Kiosk&, const OpenNotebook&,
                                          const base::Id& entry, const Staff&, const base::Clock&);

} // namespace frikort::core::actions
