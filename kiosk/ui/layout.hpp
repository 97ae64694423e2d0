// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/ui/rect.hpp"
#include "kiosk/ui/theme.hpp"

namespace frikort::kiosk::ui {

// The one grid: the same heading row, body and bottom bar on every screen, in pixels. The body holds four
// rows of 20 mm targets at 10.1 inch, and two of 30 mm and a field in big mode.
struct Layout {
    Rect screen;
    Rect heading; // the heading at the left, a small target or "2 af 5" at the right
    Rect body;
    Rect bar;          // four places, see widgets::bottom_bar
    float gap = 0;     // between cards, tiles, columns
    float key_gap = 0; // between the keys of a pad: never under 2.54 mm

    // Heading and body together, for what needs both.
    Rect page() const { return {body.x, heading.y, body.w, body.bottom() - heading.y}; }

    static Layout of(const Theme&);
};

} // namespace frikort::kiosk::ui
