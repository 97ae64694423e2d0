// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/home/home.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::home {

namespace {

// A picture and the words under it, in the middle of a plain card.
void draw_card(ui::Ui& ui, ui::Rect card, const View& view)
{
    ui.card(card);
    const ui::Rect inside = card.inset(ui.px(5.0F));
    const bool wrong = !view.not_read.empty();
    const auto words = wrong ? view.not_read : "**" + view.card + "**\n" + view.card_detail;
    const ui::TextStyle style{.align = ui::Align::centre, .role = wrong ? ui::Role::notice : ui::Role::text};
    const float height = ui.text_height(inside.w, words, style);
    const float gap = ui.px(4.0F);
    const float square = std::min(ui.px(30.0F), inside.h - height - gap);
    const bool room = square >= ui.px(ui.theme().icon_mm(ui::IconSize::large));
    ui::Rect group = inside.middle(inside.w, height + (room ? square + gap : 0));
    if (room) {
        ui.picture(group.top_part(square).middle(square, square),
                   {.icon = wrong ? ui::Icon::help : ui::Icon::qr,
                    .tint = wrong ? ui::Ground::sand : ui::Ground::mint});
        group = group.without_top(square + gap);
    }
    ui.text(group, words, style);
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, const View& view)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const auto halves = body.columns(2, ui.layout().gap);
    const ui::Tile book{.title = view.book,
                        .detail = view.book_detail,
                        .icon = ui::Icon::book,
                        .tint = ui::Ground::accent,
                        .fill = ui::Fill::filled};
    if (ui.tile(halves[0], book)) intent = OpenBook{};
    draw_card(ui, halves[1], view);

    const widgets::BarPlaces places{{
        {.label = view.other_language, .icon = ui::Icon::translate},
        {.label = view.display, .icon = ui::Icon::settings},
        {},
        {},
    }};
    if (const auto touched = widgets::bottom_bar(ui, places)) {
        if (*touched == 0)
            intent = OtherLanguage{};
        else
            intent = Display{};
    }
    if (const auto line = ui.scanned()) intent = Scanned{*line};
    return intent;
}

} // namespace frikort::kiosk::screens::home
