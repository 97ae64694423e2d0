// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/layout.hpp"

#include <cmath>

namespace frikort::kiosk::ui {

namespace {

// Upright, mm. Chosen so that at 10.1 inch the body holds four rows of 20 mm (big: two of 30 mm and a field).
struct Upright {
    float above_heading;
    float heading;
    float below_heading;
};
constexpr Upright normal{4.76F, 13.26F, 2.72F};
constexpr Upright big{2.2F, 14.9F, 2.55F};

} // namespace

Layout Layout::of(const Theme& theme)
{
    const Upright& mm = theme.big() ? big : normal;
    const Panel& panel = theme.panel();
    const auto px = [&](float length) { return std::round(theme.px(length)); };

    Layout layout;
    layout.gap = theme.gap();
    layout.key_gap = theme.least_gap();
    layout.screen = {0, 0, static_cast<float>(panel.width_px), static_cast<float>(panel.height_px)};
    const Rect inside = layout.screen.inset(theme.margin(), 0);
    const float larger = 1 + (theme.room() - 1) * 0.6F; // as headings are
    layout.heading = inside.without_top(px(mm.above_heading)).top_part(px(mm.heading * larger));
    layout.bar = inside.without_bottom(layout.gap).bottom_part(theme.target());
    const float body_top = layout.heading.bottom() + std::ceil(theme.px(mm.below_heading));
    layout.body = {inside.x, body_top, inside.w, layout.bar.y - layout.gap - body_top};
    return layout;
}

} // namespace frikort::kiosk::ui
