// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

#include "core/store/central.hpp"

namespace frikort::sync::central::commands {

// The kiosk whose device begins with these letters, as `status` shows them: eight at least. Says on stderr
// why there is none.
std::optional<core::store::Kiosk> kiosk_named(const core::store::CentralWork&, const std::string& letters);

} // namespace frikort::sync::central::commands
