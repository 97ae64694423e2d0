// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/store/central.hpp"
#include "sync/central/api/comparing.hpp"
#include "sync/central/api/enrolment.hpp"

namespace frikort::sync::central {

// What went wrong, in a line for the person who runs the server. Without any data.
std::string told(const core::store::StoreFailure&);
std::string told(api::NameRefusal);
std::string told(api::NotCompared);
// Which fingerprints were told of a centre and by which kiosks, a line each; empty where none was.
std::string told_of(const core::store::CentralWork&, std::string_view centre);

} // namespace frikort::sync::central
