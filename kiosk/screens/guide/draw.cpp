// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/screens/guide/guide.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::guide {

using ui::Rect;

namespace {

ui::Button on_button(const View& view)
{
    return {
        .label = view.next, .icon = ui::Icon::arrow_right, .side = ui::Side::right, .fill = ui::Fill::filled};
}

std::string one_line(const Line& line) { return "**" + line.weight + "** " + line.reason; }

// All reasons in one card, a line each. Nothing when that has no room.
std::optional<bool> draw_reasons_whole(ui::Ui& ui, Rect body, const View& view)
{
    const Rect above = body.without_bottom(ui.theme().target() + ui.layout().gap);
    const Rect inside = above.inset(ui.theme().margin(), ui.px(3.0F)).snapped();
    const float icon = std::ceil(ui.px(ui.theme().icon_mm(ui::IconSize::small)));
    const float beside = icon + std::round(ui.px(3.5F));
    const float line = ui.theme().line(ui::Face::body);
    const auto count = static_cast<float>(view.lines.size());
    const float pitch = std::floor(inside.h / count);
    const bool fits = std::all_of(view.lines.begin(), view.lines.end(), [&](const Line& each) {
        return ui.text_height(inside.w - beside, one_line(each)) <= line + 0.5F;
    });
    if (!fits || pitch < std::max(line, icon)) return std::nullopt;

    ui.card(above);
    const float step = std::min(pitch, std::round(std::max(line, icon) * 1.3F));
    Rect place = inside.middle(inside.w, step * count);
    for (const auto& each : view.lines) {
        const Rect row = place.top_part(step);
        ui.picture(row.left_part(icon), {.icon = each.icon, .size = ui::IconSize::small});
        ui.text(row.without_left(beside), one_line(each), {.anchor = ui::Anchor::middle});
        place = place.without_top(step);
    }
    return ui.button(body.bottom_part(ui.theme().target()).columns(2, ui.layout().gap)[1], on_button(view));
}

bool draw_reasons_list(ui::Ui& ui, Rect body, ui::ListState& state, const View& view)
{
    bool touched = false;
    const auto row_of = [&](std::size_t item) {
        const auto& line = view.lines[item];
        return ui::Row{.icon = line.icon, .title = line.weight, .detail = line.reason};
    };
    const auto height = [&](std::size_t item, float width) {
        return item < view.lines.size() ? ui.row_height(width, row_of(item)) : ui.theme().target();
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        if (item < view.lines.size())
            ui.row(place, row_of(item));
        else
            touched = ui.button(place, on_button(view));
    };
    ui.list(
        body, state,
        {.count = view.lines.size() + 1, .gap = ui.layout().key_gap, .height = height, .draw = draw_item});
    return touched;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const auto body = widgets::page_top(ui, view.title, view.corner);
    if (!view.lines.empty()) {
        const auto whole = ui.theme().big() ? std::nullopt : draw_reasons_whole(ui, body, view);
        const bool touched = whole ? *whole : draw_reasons_list(ui, body, model.list, view);
        return touched ? std::optional<Intent>{GoOn{}} : std::nullopt;
    }
    if (view.choices.empty()) {
        const auto touched = draw_thought(ui, body, model.list, view.thought, {on_button(view)});
        return touched ? std::optional<Intent>{GoOn{}} : std::nullopt;
    }
    std::vector<ui::Button> ways;
    for (const auto& choice : view.choices)
        ways.push_back({.label = choice.label,
                        .icon = choice.icon,
                        .fill = choice.chosen == ui::Selected::yes ? ui::Fill::filled : ui::Fill::outlined,
                        .selected = choice.chosen});
    const auto touched = draw_thought(ui, body, model.list, view.thought, ways, WaysInList::early);
    if (!touched) return std::nullopt;
    return Give{core::guide::every_answer.at(*touched)};
}

} // namespace frikort::kiosk::screens::guide
