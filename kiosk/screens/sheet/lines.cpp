// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/sheet/kinds.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::sheet {

using ui::Rect;

std::optional<Intent> draw_lines(ui::Ui& ui, const View& view, ui::ListState& state)
{
    std::optional<Intent> intent;
    auto body = widgets::page_top(ui, view.title, view.corner);
    const bool big = ui.theme().big();
    const auto ways = buttons(view);
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines)
        rows.push_back({.icon = line.icon,
                        .title = line.title,
                        .detail = line.detail,
                        .value = line.value,
                        .touchable = line.touchable,
                        .privacy = line.privacy});
    const bool below = !ways.empty() && !big;
    const Rect above = below ? body.without_bottom(ui.theme().target() + ui.layout().key_gap) : body;
    const std::size_t words = view.told.empty() ? 0 : 1;
    const auto row_height = [&](std::size_t row, float width) {
        return std::max(ui.theme().target(), ui.row_height(width, rows[row]));
    };
    const float taken = words == 0 ? 0 : ui.text_height(above.w, view.told) + ui.theme().least_gap();
    const auto whole_height = [&](std::size_t row) { return row_height(row, above.w); };
    const auto share_out = view.lines_fill ? spare_per_row : air_per_row;
    const float spare = big ? 0 : share_out(ui, above.h - taken, rows.size(), whole_height);
    if (words == 1 && rows.empty() && !big) {
        draw_told(ui, above, view.icon, view.told);
    } else {
        // In big mode the ways are further items: a row of their own would leave room for one line.
        ui.list(above, state,
                {.count = words + rows.size() + (big ? ways.size() : 0),
                 .gap = ui.theme().least_gap(),
                 .height =
                     [&](std::size_t item, float width) {
                         if (item < words) return ui.text_height(width, view.told);
                         item -= words;
                         return item < rows.size() ? row_height(item, width) + spare : ui.theme().target();
                     },
                 .draw =
                     [&](std::size_t item, Rect place) {
                         if (item < words) {
                             ui.text(place, view.told);
                             return;
                         }
                         item -= words;
                         if (item < rows.size()) {
                             if (ui.row(place, rows[item])) intent = Choose{item};
                         } else if (ui.button(place, ways[item - rows.size()])) {
                             intent = Way{item - rows.size()};
                         }
                     }});
    }
    if (below) {
        const Rect row = body.bottom_part(ui.theme().target());
        auto places = row.columns(std::max<int>(2, static_cast<int>(ways.size())), ui.layout().gap);
        if (ways.size() == 1 && !ui.fits(places.back(), ways[0])) places = {row};
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ui.button(places[places.size() - ways.size() + i], ways[i])) intent = Way{i};
    }
    if (const auto line = ui.scanned(); line && !intent) return Scanned{*line};
    return intent;
}

} // namespace frikort::kiosk::screens::sheet
