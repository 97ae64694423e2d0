// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// The codes of those who help. A code opens on the kiosk it was made on, a key of its own that signs for its
// owner; so a member has one for each kiosk they were let in at, and everybody sees which leader, or the
// centre card, let them in. Both do one transaction and block for one Argon2id. Throw StoreFailure, and then
// nothing was changed.

// For a code that was forgotten, or seen by somebody: every code of theirs ends, on each kiosk that hears of
// it, and this one holds, here alone. Their waits are lifted.
base::Result<void, NotDone> give_new_code(store::Store&, const Kiosk&, const Staff& leader,
                                          const sealing::MemberId&, const people::StaffCode&,
                                          const base::Clock&);
// The same with the paper from the safe, when no leader can sign in. Refused: other_centre.
base::Result<void, NotDone> give_new_code(store::Store&, const Kiosk&, const people::CentreCard&,
                                          const sealing::MemberId&, const people::StaffCode&,
                                          const base::Clock&);

// For a member who has no code on this kiosk: one more, with a key of its own, and those they have elsewhere
// stay. Refused: already, where a code of theirs holds here.
base::Result<void, NotDone> let_in_here(store::Store&, const Kiosk&, const Staff& leader,
                                        const sealing::MemberId&, const people::StaffCode&,
                                        const base::Clock&);
base::Result<void, NotDone> let_in_here(store::Store&, const Kiosk&, const people::CentreCard&,
                                        const sealing::MemberId&, const people::StaffCode&,
                                        const base::Clock&);

} // namespace frikort::core::actions
