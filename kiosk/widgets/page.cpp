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

float heading_row(ui::Ui& ui, Rect row, std::string_view heading, std::string_view corner)
{
    ui::TextStyle style{.face = Face::heading, .anchor = ui::Anchor::middle, .role = ui::Role::heading};
    const ui::TextStyle beside{.face = Face::label, .align = ui::Align::right, .anchor = ui::Anchor::middle};
    const float corner_width =
        corner.empty() ? 0 : std::ceil(ui.text_width(corner, beside)) + ui.layout().gap;
    const bool both = ui.text_width(heading, {.face = Face::label}) <= row.w - corner_width;
    const Rect words = both ? row.without_right(corner_width) : row;
    for (const Face face : {Face::heading, Face::title, Face::label}) {
        style.face = face;
        if (ui.text_width(heading, style) <= words.w) break;
    }
    const float height = ui.text_height(words.w, heading, style);
    const bool one_line = ui.text_width(heading, style) <= words.w;
    ui.text(one_line ? words : words.top_part(std::max(words.h, height)), heading, style);
    if (both && !corner.empty()) ui.text(row.right_part(corner_width), corner, beside);
    return one_line ? std::min(row.h, height) : height;
}

Rect page_top(ui::Ui& ui, std::string_view heading, std::string_view corner)
{
    const auto& layout = ui.layout();
    const float height = heading_row(ui, layout.heading, heading, corner);
    return layout.body.without_top(std::max(0.0F, height - layout.heading.h));
}

PageTop page_top(ui::Ui& ui, std::string_view heading, const Corner& corner)
{
    const auto& layout = ui.layout();
    const float needed = ui.text_width(heading, {.face = Face::label}) + layout.gap;
    const auto width = [&](std::string_view label) {
        const BarPlace place{.label = label, .icon = corner.icon};
        return std::max(ui.theme().small_target(),
                        label.empty() ? 0 : content_width(ui, place, place.icon) + ui.px(1.2F));
    };
    const bool whole = width(corner.label) + needed <= layout.heading.w;
    const auto label = whole ? corner.label : corner.brief;
    const Rect place = layout.heading.right_part(width(label));
    const float height = heading_row(ui, layout.heading.without_right(place.w + layout.gap), heading);
    PageTop top{layout.body.without_top(std::max(0.0F, height - layout.heading.h))};
    top.touched =
        ui.button(place, {.label = label, .icon = corner.icon, .spoken = corner.label, .name = corner.label});
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
