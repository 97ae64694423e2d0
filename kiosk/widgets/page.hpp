// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// The heading at the left and, where there is room for it, a few words at the right ("2 af 5"), in the middle
// of the row. A heading that is too wide goes down a size, and only then into two lines. Gives the height
// that the heading needs, px.
float heading_row(ui::Ui&, ui::Rect row, std::string_view heading, std::string_view corner = {});

// The same on every screen, in the same place. Gives the body of the page; it begins lower when the heading
// needed two lines.
ui::Rect page_top(ui::Ui&, std::string_view heading, std::string_view corner = {});

// At the right end of the heading row: a target for staff, too low for a citizen's (kiosk.md "Look"). Where
// the label has no room beside the heading, `brief` stands for it, which may be empty: then the icon does.
struct Corner {
    std::string_view label = {};
    std::string_view brief = {};
    ui::Icon icon = ui::Icon::none;
};
struct PageTop {
    ui::Rect body;
    bool touched = false;
};
PageTop page_top(ui::Ui&, std::string_view heading, const Corner&);

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
