// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "kiosk/screens/visit.hpp"
#include "kiosk/ui/ui.hpp"

// "Er du der stadig?": over whatever was on the screen, when nobody has touched it for a while.
namespace frikort::kiosk::screens::asking {

enum class Answer { here, close };
std::optional<Answer> draw(ui::Ui&, const Visit&, int seconds_left);

} // namespace frikort::kiosk::screens::asking
