// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// Widths of the six columns of a pad in big mode, px, with the least gap between them: equal, or the last one
// wider when the action's word needs it and the others keep their size.
std::vector<float> big_columns(const ui::Ui&, float width, std::string_view action);

} // namespace frikort::kiosk::widgets
