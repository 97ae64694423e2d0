// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/page.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace frikort::kiosk::widgets {

namespace {

using ui::Face;
using ui::Rect;

constexpr float side_mm = 2.4F; // least air beside a label in the bar

float content_width(const ui::Ui& ui, const BarPlace& place, ui::Icon icon)
{
    const float picture =
        icon == ui::Icon::none ? 0 : ui.px(ui.theme().icon_mm(ui::IconSize::small)) + ui.px(2.8F);
    return std::ceil(ui.text_width(place.label, {.face = Face::label}) + picture + 2 * ui.px(side_mm));
}

struct BarPlan {
    std::vector<Rect> rects;
    bool icons = true;
};

BarPlan plan(const ui::Ui& ui, Rect bar, const std::vector<const BarPlace*>& places)
{
    const auto count = static_cast<float>(places.size());
    const auto widths = [&](bool icons) {
        std::vector<float> all;
        for (const BarPlace* place : places)
            all.push_back(content_width(ui, *place, icons ? place->icon : ui::Icon::none));
        return all;
    };
    const auto shared_out = [&](std::vector<float> needed, float gap) -> std::optional<std::vector<Rect>> {
        float spare = bar.w - gap * (count - 1);
        for (const float width : needed) spare -= width;
        if (spare < 0) return std::nullopt;
        for (float& width : needed) width += spare / count;
        return bar.columns(needed, gap);
    };
    const float gap = ui.layout().gap;
    for (const bool icons : {true, false}) {
        const auto needed = widths(icons);
        const float equal = (bar.w - gap * (count - 1)) / count;
        if (*std::max_element(needed.begin(), needed.end()) <= equal)
            return {bar.columns(static_cast<int>(places.size()), gap), icons};
        for (const float between : {gap, ui.layout().key_gap})
            if (auto rects = shared_out(needed, between)) return {*rects, icons};
    }
    // Not even so: the labels break into lines, in places as wide as they would like in proportion.
    return {bar.columns(widths(false), ui.layout().key_gap), false};
}

} // namespace

PageTop page_top(ui::Ui& ui, std::string_view heading, const Corner& corner)
{
    const auto& layout = ui.layout();
    Rect row = layout.heading;
    Rect corner_place = row.right_part(0);
    if (!corner.button.label.empty()) {
        const bool icon = corner.button.icon != ui::Icon::none;
        const float picture = icon ? ui.px(ui.theme().icon_mm(ui::IconSize::small)) + ui.px(2.8F) : 0;
        const float words = ui.text_width(corner.button.label, {.face = corner.button.face});
        corner_place =
            row.right_part(std::round(std::max(words + picture + 2 * ui.px(4.5F), ui.theme().target())));
    } else if (!corner.text.empty()) {
        corner_place = row.right_part(std::ceil(ui.text_width(corner.text, {.face = Face::label})) + 1);
    }
    if (corner_place.w > 0) row = row.without_right(corner_place.w + layout.gap);

    ui::TextStyle style{.face = Face::heading, .anchor = ui::Anchor::middle, .role = ui::Role::heading};
    for (const Face face : {Face::heading, Face::title, Face::label}) {
        style.face = face;
        if (ui.text_width(heading, style) <= row.w) break;
    }
    const float height = ui.text_height(row.w, heading, style);
    PageTop top{layout.body};
    const float lower = std::max(0.0F, row.y + height - row.bottom());
    if (lower > 0 && ui.text_width(heading, style) > row.w) {
        top.body = layout.body.without_top(lower);
        row.h += lower;
    }
    ui.text(row, heading, style);

    if (!corner.button.label.empty())
        top.corner_touched = ui.button(corner_place, corner.button);
    else if (!corner.text.empty())
        ui.text(corner_place, corner.text,
                {.face = Face::label, .align = ui::Align::right, .anchor = ui::Anchor::middle});
    return top;
}

std::optional<std::size_t> bottom_bar(ui::Ui& ui, const BarPlaces& bar)
{
    std::vector<const BarPlace*> places;
    for (const BarPlace& place : bar)
        if (&place == bar.data() || !place.label.empty()) places.push_back(&place);

    const BarPlan plan = widgets::plan(ui, ui.layout().bar, places);
    std::optional<std::size_t> touched;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const BarPlace& place = *places[i];
        if (place.label.empty()) continue;
        const ui::Button button{.label = place.label,
                                .icon = plan.icons ? place.icon : ui::Icon::none,
                                .fill = place.fill,
                                .enabled = place.enabled,
                                .spoken = place.spoken};
        if (ui.button(plan.rects[i], button)) touched = static_cast<std::size_t>(places[i] - bar.data());
    }
    return touched;
}

} // namespace frikort::kiosk::widgets
