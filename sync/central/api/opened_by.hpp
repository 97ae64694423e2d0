// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/store/central.hpp"

namespace frikort::sync::central::api {

// A notebook that a card opens now, and what tells a right proof.
struct Opened {
    core::records::StreamId stream;
    core::base::Hash verifier;
    std::uint64_t seen; // the stock's counter, when its keys were looked at
};

// Each of the card's slots that still opens this notebook. Cards that a newer one replaced open nothing any
// more. Holds signatures against one another: not while others wait for the turn to write.
std::vector<Opened> opened_by(const core::store::CentralWork&, const core::base::Hash& card,
                              const core::records::StreamId&);

// That it still does. Costs nothing when nothing came into the notebook since.
bool still_opens(const core::store::CentralWork&, const core::base::Hash& card, const Opened&);

} // namespace frikort::sync::central::api
