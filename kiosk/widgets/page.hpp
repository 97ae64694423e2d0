// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

struct Corner {
    std::string_view text = {}; // "2 af 5": only to read
    ui::Button button = {};     // drawn when it has a label: "Kun personale", "Skjul"
};
struct PageTop {
    ui::Rect body;
    bool corner_touched = false;
};

// Heading at the left, corner at the right, in the same row on every screen. A heading that does not fit its
// row goes down a size, and only then into two lines; the body then begins lower.
PageTop page_top(ui::Ui&, std::string_view heading, const Corner& = {});

struct BarPlace {
    std::string_view label = {}; // empty: the others share its room
    ui::Icon icon = ui::Icon::none;
    ui::Fill fill = ui::Fill::outlined;
    ui::Enabled enabled = ui::Enabled::yes;
    std::string_view spoken = {};
};
using BarPlaces = std::array<BarPlace, 4>;

// The bottom bar: four places, always the same (kiosk.md "Look"). Equal widths when all fit with their icons;
// else widths by content; else without icons. Answers the place that was touched, 0 to 3. Call it last: it is
// read last.
std::optional<std::size_t> bottom_bar(ui::Ui&, const BarPlaces&);

} // namespace frikort::kiosk::widgets
