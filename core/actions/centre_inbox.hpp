// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/our_centre.hpp"
#include "core/sealing/shared.hpp"

namespace frikort::core::actions {

// The inbox of the centre, opened with the centre card and not with anybody's code. Nothing when the record
// that holds it is not on this kiosk.
std::optional<sealing::InboxKeys> inbox_with_card(store::Work&, const OurCentre&,
                                                  const sealing::RecoveryPair&);

} // namespace frikort::core::actions
