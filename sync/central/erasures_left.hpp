// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "sync/central/database.hpp"

namespace frikort::sync::central {

// How many erasures of the folder's file are not done in the database: another record has their name. Each
// start tries them again. Nothing where there is no folder. Throws StoreFailure.
std::size_t erasures_left(const DatabasePlace&, const core::store::CentralWork&);

// A line that says so; empty for none.
std::string erasures_left_told(std::size_t left);

} // namespace frikort::sync::central
