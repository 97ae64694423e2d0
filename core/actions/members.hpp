// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// What a leader does with those who help. Each is one record in the centre's stream and one transaction;
// those that take a code block for one Argon2id. Throw StoreFailure, and then nothing was changed.

base::Result<sealing::MemberId, NotDone> add_member(store::Store&, const Kiosk&, const Staff& leader,
                                                    std::string_view name, people::Role,
                                                    const people::StaffCode&, const base::Clock&);
// Refused: last_leader, when nobody would be left who could let others in.
base::Result<void, NotDone> change_role(store::Store&, const Kiosk&, const Staff& leader,
                                        const sealing::MemberId&, people::Role, const base::Clock&);
// The old code opens nothing from then on, here and on every kiosk that hears of it.
base::Result<void, NotDone> remove_member(store::Store&, const Kiosk&, const Staff& leader,
                                          const sealing::MemberId&, const base::Clock&);

} // namespace frikort::core::actions
