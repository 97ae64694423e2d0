// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/home/home.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::home {

namespace {

// What to do with a card, on one line below the tiles; or that something else was held up.
void draw_card(ui::Ui& ui, ui::Rect line, const View& view)
{
    const ui::TextStyle style{.anchor = ui::Anchor::middle, .wrap = ui::Wrap::filled};
    if (!view.not_read.empty()) {
        ui.notice(line, {.text = view.not_read, .icon = ui::Icon::help});
        return;
    }
    const float icon = std::min(line.h, ui.px(14.0F));
    const ui::Rect beside = line.without_left(icon + ui.px(2.0F));
    ui.picture(line.left_part(icon), {.icon = ui::Icon::qr, .size = ui::IconSize::small});
    ui.text(beside, ui.text_width(view.card, style) <= beside.w ? view.card : view.card_brief, style);
}

std::vector<ui::Tile> tiles(const View& view)
{
    using ui::Icon;
    return {{.title = view.learn, .detail = view.learn_detail, .icon = Icon::bulb},
            {.title = view.book,
             .detail = view.book_detail,
             .icon = Icon::book,
             .tint = ui::Ground::accent,
             .fill = ui::Fill::filled},
            {.title = view.jobs, .detail = view.jobs_detail, .icon = Icon::work, .tint = ui::Ground::sand},
            {.title = view.help, .detail = view.help_detail, .icon = Icon::chat}};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, ui::ListState& list, const View& view, const widgets::BarPlace& read)
{
    std::optional<Intent> intent;
    const auto top = widgets::page_top(
        ui, view.title, {.label = view.staff, .brief = view.staff_brief, .icon = ui::Icon::staff});
    if (top.touched) intent = StaffDoor{};
    // In big mode there is no room for it below the tiles.
    if (ui.theme().big() && !view.not_read.empty()) {
        if (draw_question(ui, top.body, list,
                          {.icon = ui::Icon::help,
                           .words = view.not_read,
                           .ways = {{.label = view.again, .fill = ui::Fill::filled}}}))
            intent = Read{};
    } else {
        // In big mode the tiles leave it one line.
        const bool big = ui.theme().big();
        const float gap = big ? ui.layout().key_gap : ui.layout().gap;
        const float line = big ? top.body.h - 2 * ui.theme().target() - 2 * gap
                               : ui.notice_height(top.body.w, {.text = view.card_brief});
        const auto above = top.body.without_bottom(line + gap);
        if (const auto tile = widgets::tile_grid(ui, above, 2, tiles(view), list)) {
            const Intent ways[] = {Learn{}, OpenBook{}, Jobs{}, Help{}};
            intent = ways[*tile];
        }
        draw_card(ui, top.body.bottom_part(line), view);
    }

    const widgets::BarPlaces places{{
        {.label = view.other_language, .icon = ui::Icon::translate},
        read,
        {.label = view.display, .icon = ui::Icon::settings},
        {},
    }};
    if (const auto touched = widgets::bottom_bar(ui, places)) {
        if (*touched == 0) intent = OtherLanguage{};
        if (*touched == 2) intent = Display{};
    }
    if (const auto line = ui.scanned()) intent = Scanned{*line};
    return intent;
}

} // namespace frikort::kiosk::screens::home
