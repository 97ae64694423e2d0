// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/open_notebook.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// May somebody with the set-up code make this kiosk the first of its centre? Not when a centre is here.
enum class SetUp { not_invited, invited, done };
SetUp set_up_of(store::Store&, const Kiosk&);

// Lets whoever has the code that it gives set up the centre, once. For whoever enrolls the kiosk; an earlier
// code is forgotten. Nothing when the centre was set up here already.
std::optional<people::SetUpCode> invite_set_up(store::Store&, const Kiosk&, const records::StreamId& centre);

// Whether that is the code. Wrong ones are counted as for a notebook (sync.md "Wrong codes").
base::Result<void, NotOpened> check_set_up_code(store::Store&, const Kiosk&, const people::SetUpCode&);

struct Founded {
    people::CentreCard card; // kept nowhere: to be shown once
    Staff leader;            // signed in
    sealing::BoxPublic recovery;
};
// Makes the centre's keys, its card and its first leader in one transaction, and forgets the code. Blocks for
// one Argon2id. Refused: no_centre without a code that fits, already, unfit for the name.
base::Result<Founded, NotDone> set_up_centre(store::Store&, const Kiosk&, const people::SetUpCode&,
                                             std::string_view name, const people::StaffCode&,
                                             const base::Clock&);

} // namespace frikort::core::actions
