// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/sheet/sheet.hpp"

// The kinds of a sheet that are laid out at length. Not for other screens.
namespace frikort::kiosk::screens::sheet {

std::optional<Intent> draw_lines(ui::Ui&, const View&, ui::ListState&);
std::optional<Intent> draw_paper(ui::Ui&, const View&, ui::ListState&);

// The ways on, the last one filled unless none is the main one.
std::vector<ui::Button> buttons(const View&);

} // namespace frikort::kiosk::screens::sheet
