// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/store/central.hpp"

namespace frikort::sync::central {

// What the person who runs the server wants to know: kiosks, records per stream, what is in quarantine.
// Aligned, for a terminal; lines end with '\n'.
std::string status_page(const core::store::CentralWork&, core::store::Seconds now);

} // namespace frikort::sync::central
