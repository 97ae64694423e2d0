// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/salvage.hpp"
#include "core/store/sqlite/connection.hpp"

namespace frikort::core::store {

// Puts what was salvaged into a new kiosk database, in the order in which the machine got it; what was
// followed is followed from zero. Throws StoreFailure.
void refill(sqlite::Connection&, const Salvage&);

} // namespace frikort::core::store
