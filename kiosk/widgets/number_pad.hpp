// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

enum class PadKey { d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, comma, erase, action, other };
enum class Comma : bool { no, yes };

struct NumberPad {
    std::string_view heading = {}; // the question
    std::string_view corner = {};  // "4 af 4", where there is room for it
    Comma comma = Comma::no;
    ui::Enabled erase = ui::Enabled::yes;
    // The main action ("Næste"), always bottom right.
    std::string_view action = {};
    ui::Icon action_icon = ui::Icon::arrow_right;
    ui::Enabled action_enabled = ui::Enabled::yes;
    // The field the digits go to.
    ui::Field field = {};
    // Under the field, where there is room; in big mode it is only spoken, with the field.
    std::string_view hint = {};
    // Another answer than a number ("Ved ikke").
    std::string_view other = {};
};

// The whole of a "type a number" screen down to the bar. Normal size: keys 3 x 4 at the left, field, hint and
// action at the right. Big mode: question and field on top with comma and other answer beside them, keys 6 x
// 2 over the full width, the last of them the action. Answers the key that was touched, and digits typed on a
// keyboard.
std::optional<PadKey> number_pad(ui::Ui&, const NumberPad&);

// '0'-'9' or ','; nothing for the others.
std::optional<char> character_of(PadKey);

} // namespace frikort::kiosk::widgets
