// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <utility>

#include "kiosk/screens/messages/messages.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::messages {

using ui::Rect;

namespace {

// All of it as one text, for letters so large that a message may be taller than the page.
std::string in_a_row(const View& view)
{
    std::string text;
    for (const auto& entry : view.entries)
        text.append("**").append(entry.who).append(":**\n").append(entry.words).append("\n\n");
    return text + view.sheet.told;
}

void draw_said(ui::Ui& ui, Rect rect, Model& model, const View& view)
{
    auto& list = model.list;
    const bool at_last = std::exchange(model.begins_at_last, false);
    std::vector<ui::Row> rows;
    for (const auto& entry : view.entries)
        rows.push_back({.icon = entry.icon,
                        .title = entry.who,
                        .detail = entry.words,
                        .privacy = ui::Privacy::personal});
    const bool all_fit = std::all_of(rows.begin(), rows.end(), [&](const ui::Row& row) {
        return ui.row_height(rect.w - ui.theme().target() * 1.5F, row) <= rect.h;
    });
    if (!all_fit || ui.theme().big()) {
        ui.long_text(rect, list, in_a_row(view), {.privacy = ui::Privacy::personal});
        return;
    }
    if (at_last && !rows.empty()) list.first = rows.size() - 1;
    const std::size_t told = view.sheet.told.empty() ? 0 : 1;
    const auto row_height = [&](std::size_t row, float width) {
        return std::max(ui.row_height(width, rows[row]), ui.theme().target());
    };
    const float taken =
        told == 0 ? 0 : ui.text_height(rect.w, view.sheet.told) + ui.px(2.0F) + ui.theme().least_gap();
    const float air = air_per_row(ui, rect.h - taken, rows.size(),
                                  [&](std::size_t row) { return row_height(row, rect.w); });
    ui.list(rect, list,
            {.count = rows.size() + told,
             .gap = ui.theme().least_gap(),
             .height =
                 [&](std::size_t item, float width) {
                     return item < rows.size() ? row_height(item, width) + air
                                               : ui.text_height(width, view.sheet.told) + ui.px(2.0F);
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item < rows.size())
                         ui.row(place, rows[item]);
                     else
                         ui.text(place, view.sheet.told, {.anchor = ui::Anchor::bottom});
                 }});
}

} // namespace

std::optional<sheet::Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    if (model.step != Step::one) return sheet::draw(ui, view.sheet, model.typed, model.list);
    const auto body = widgets::page_top(ui, view.sheet.title);
    const float target = ui.theme().target();
    draw_said(ui, body.without_bottom(target + ui.layout().gap), model, view);
    const auto& way = view.sheet.ways[0];
    const Rect place = body.bottom_part(target).columns(2, ui.layout().gap)[1];
    if (ui.button(place, {.label = way.title, .icon = way.icon})) return sheet::Way{0};
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::messages
