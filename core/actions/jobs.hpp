// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/actions/staff.hpp"

namespace frikort::core::actions {

// The jobs of this centre, the newest first, for everybody to see. Empty where no centre was set up.
std::vector<centre::PostedJob> jobs_here(store::Store&, const Kiosk&);

// Adds a job, or says anew what stands there. Every word is tidied; refused: `unfit`, `unknown` when the job
// is gone. One record, one transaction.
base::Result<base::Id, NotDone> post_job(store::Store&, const Kiosk&, const Staff&,
                                         const std::optional<base::Id>& job, centre::Job, const base::Clock&);
base::Result<void, NotDone> remove_job(store::Store&, const Kiosk&, const Staff&, const base::Id&,
                                       const base::Clock&);

} // namespace frikort::core::actions
