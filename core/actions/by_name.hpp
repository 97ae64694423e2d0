// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/staff.hpp"

// Whether notebooks open by call name at this centre's kiosks: its leaders choose, and every kiosk of the
// centre follows once it has heard of it (sync.md "Sealing"). Staff find notebooks by call name all the same.
namespace frikort::core::actions {

// Where no centre was set up they do.
centre::ByName by_name(store::Work&, const Kiosk&);

// One record, one transaction. With `no` what opens by name on this kiosk goes in the same one and does not
// come back: after a later `yes` it is made anew at each notebook's next opening with its card. Refused:
// `already` where it is so.
base::Result<void, NotDone> choose_by_name(store::Store&, const Kiosk&, const Staff& leader, centre::ByName,
                                           const base::Clock&);

// What opens by name goes here too, where another kiosk's leader chose so. For when something came from
// elsewhere, and at start; until then it opens nothing all the same.
void follow_by_name(store::Store&, const Kiosk&);

} // namespace frikort::core::actions
