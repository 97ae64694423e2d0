// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "kiosk/screens/visit.hpp"

namespace frikort::kiosk::screens {

// What a member of staff is told when an action refused. One who is no member any more is signed out: the
// visit remembers it, and the house tells them and ends it.
std::string refusal_text(Visit&, core::actions::NotDone);

} // namespace frikort::kiosk::screens
