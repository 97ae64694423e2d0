// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/home/home.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::home {

namespace {

// What to do with a card: a picture and a few words on a plain card.
void draw_card(ui::Ui& ui, ui::Rect card, const View& view)
{
    ui.card(card);
    const ui::Rect inside = card.inset(ui.theme().margin(), ui.px(2.0F));
    const bool wrong = !view.not_read.empty();
    const auto words = wrong ? view.not_read : "**" + view.card + "**\n" + view.card_detail;
    const float square = std::min(ui.px(24.0F), inside.h);
    const ui::Rect beside = inside.without_left(square + ui.theme().margin());
    const bool room = ui.text_height(beside.w, words) <= inside.h;
    if (room)
        ui.picture(inside.left_part(square).middle(square, square),
                   {.icon = wrong ? ui::Icon::help : ui::Icon::qr,
                    .tint = wrong ? ui::Ground::sand : ui::Ground::mint});
    ui.text(room ? beside : inside, words,
            {.anchor = ui::Anchor::middle, .role = wrong ? ui::Role::notice : ui::Role::text});
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, const View& view, const widgets::BarPlace& read)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const auto rows = body.rows({ui.theme().big() ? 1.0F : 1.5F, 1.0F}, ui.layout().gap);
    const auto tile =
        widgets::tile_grid(ui, rows[0], 2,
                           {{.title = view.learn, .detail = view.learn_detail, .icon = ui::Icon::bulb},
                            {.title = view.book,
                             .detail = view.book_detail,
                             .icon = ui::Icon::book,
                             .tint = ui::Ground::accent,
                             .fill = ui::Fill::filled}});
    if (tile) intent = *tile == 0 ? Intent{Learn{}} : Intent{OpenBook{}};
    draw_card(ui, rows[1], view);

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
