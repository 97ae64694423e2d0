// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "kiosk/screens/log_pay/view.hpp"

namespace frikort::kiosk::screens::log_pay {

// Draws the question at hand. No decisions: those are in `view` and `update`.
std::optional<Intent> draw(ui::Ui&, Model&, const View&);

} // namespace frikort::kiosk::screens::log_pay
