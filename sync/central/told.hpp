// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/store/store.hpp"
#include "sync/central/api/enrolment.hpp"

namespace frikort::sync::central {

// What went wrong, in a line for the person who runs the server. Without any data.
std::string told(const core::store::StoreFailure&);
std::string told(api::NameRefusal);

} // namespace frikort::sync::central
