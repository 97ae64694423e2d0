// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/visit.hpp"
#include "kiosk/ui/ui.hpp"

// What happened, what to do and whom to ask, when the kiosk cannot keep or read what it must. Nothing is
// claimed to be saved that is not.
namespace frikort::kiosk::screens::trouble {

enum class Kind { full, read_only, damaged, other };

// True when the person has read it and wants to go back to the front page.
bool draw(ui::Ui&, ui::ListState&, const Visit&, Kind);

} // namespace frikort::kiosk::screens::trouble
