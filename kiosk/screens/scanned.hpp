// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/screens/doors.hpp"
#include "kiosk/ui/navigator.hpp"

namespace frikort::kiosk::screens {

// Where a scanned line leads while nothing is open: a card to its notebook, a receipt to its answer. Nothing
// when it is neither.
std::optional<ui::Move> scanned_move(Doors&, std::string_view line);

} // namespace frikort::kiosk::screens
