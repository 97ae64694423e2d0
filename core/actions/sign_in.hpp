// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/actions/open_notebook.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// Who may sign in at this kiosk: those whose code was made here and holds.
std::vector<centre::Member> members_here(store::Store&, const Kiosk&);

// Wrong codes are counted before they are looked at, as for a notebook (sync.md "Wrong codes"). Blocks for
// one Argon2id. `unknown`: no such member here, or removed.
base::Result<Staff, NotOpened> sign_in(store::Store&, const Kiosk&, const sealing::MemberId&,
                                       const people::StaffCode&);

// What elsewhere was removed, or shut out by a new code, keeps nothing here that its old code would open. For
// when something came from elsewhere.
void forget_dead_codes(store::Store&, const Kiosk&);

} // namespace frikort::core::actions
