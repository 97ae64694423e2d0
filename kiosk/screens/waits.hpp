// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <string>

#include "core/content/texts.hpp"

namespace frikort::kiosk::screens {

// How long a member of staff has to wait after wrong codes: rounded up, so nobody comes too early.
std::string wait_text(std::chrono::seconds left, const core::content::Texts&);

} // namespace frikort::kiosk::screens
