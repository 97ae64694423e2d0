// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/set_up_centre.hpp"

namespace frikort::core::actions {

// A further kiosk of a centre that was set up elsewhere: somebody with the set-up code holds up the centre
// card, which opens what the first kiosk left for it in the centre's stream. Nothing of the centre is
// believed but what this very card signed, so a server with other keys for it is refused; nor anything but
// what the enrolment's code spoke of (centre_root.hpp). Members then get a
// code here with the card (give_new_code). Source: sync.md "Enrolment". Refused: no_centre without a code
// that fits or while the stream has not come, already, other_centre. The caller lets the kiosk know
// (know_centre). Throws StoreFailure.
base::Result<void, NotDone> join_centre(store::Store&, const Kiosk&, const people::SetUpCode&,
                                        const people::CentreCard&, const base::Clock&);

// Whether that is what this kiosk can do now: its centre's stream, which others began, is here.
bool is_further(store::Store&, const Kiosk&);

} // namespace frikort::core::actions
