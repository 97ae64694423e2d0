// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <string>

#include "core/content/texts.hpp"
#include "kiosk/ui/event.hpp"

namespace frikort::kiosk::screens {

// How long a member of staff has to wait after wrong codes: rounded up, so nobody comes too early.
std::string wait_text(std::chrono::seconds left, const core::content::Texts&);

// What is left of a wait that was told then; never less than nothing.
std::chrono::seconds wait_left(std::chrono::seconds wait, ui::Instant told, ui::Instant now);

} // namespace frikort::kiosk::screens
