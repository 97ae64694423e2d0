// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/ui/ui.hpp"
#include "kiosk/ui/window.hpp"

namespace frikort::kiosk::app {

// Draws until somebody closes the window: sleeps until there is something to draw, and puts only what changed
// on the glass. `until_change`: how long the picture stays as it is by itself.
void loop(ui::Window&, ui::Ui&, const std::function<void(ui::Ui&)>& frame,
          const std::function<ui::Instant(ui::Instant now)>& until_change);

} // namespace frikort::kiosk::app
