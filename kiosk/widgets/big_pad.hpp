// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// Where the parts of a pad stand in big mode. The keys need so much of the page that question and field share
// one row of a target's height with what else can be answered.
struct BigPad {
    ui::Rect question;            // "Hvor mange timer?"
    ui::Rect field;               // under it
    std::vector<ui::Rect> beside; // targets at the right of both, from left to right
    std::vector<ui::Rect> keys;   // two rows
};
// `beside`: how wide the targets beside the field would like to be, px; none is narrower than a target.
float beside_width(const ui::Ui&, std::string_view answer); // of one that says "Ved ikke", px
BigPad big_pad(const ui::Ui&, const std::vector<float>& beside);

// Widths of the six columns of a pad in big mode, px, with the least gap between them: equal, or the last one
// wider when the action's word needs it and the others keep their size.
std::vector<float> big_columns(const ui::Ui&, float width, std::string_view action);

} // namespace frikort::kiosk::widgets
