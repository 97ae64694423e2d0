// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/open_notebook.hpp"
#include "core/actions/renew_notebook.hpp"
#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// What staff do for somebody who lost the card, or forgot the code. All of it is written into the notebook,
// for its owner to see, and into the centre's stream, where it does not say whose notebook it was.

// Why the centre card did not open it.
struct NotRecovered {
    std::optional<NotDone> refused;
    bool not_agreed = false; // the owner did not want staff to be able to
    bool damaged = false;    // the notebook's own keys are not on this kiosk
};
// With the centre card and a leader: both. What it returns was told to the owner already, whatever becomes of
// it.
base::Result<OpenNotebook, NotRecovered> recover_notebook(store::Store&, const Kiosk&, const Staff& leader,
                                                          const people::CentreCard&, const records::StreamId&,
                                                          const base::Clock&);

struct NotRenewedHere {
    std::optional<NotDone> refused;
    std::optional<NotRenewed> why;
};
// A new card, once the notebook is open: its owner typed the code, or it was recovered. As `renew_notebook`.
base::Result<Renewed, NotRenewedHere> renew_for(store::Store&, const Kiosk&, const Staff&,
                                                const OpenNotebook&, const Renewal&, const base::Clock&);

} // namespace frikort::core::actions
