// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/card/card.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::card {

using ui::Rect;

namespace {

// Big mode: what there is to say, then way by way.
std::optional<std::size_t> ways_one_by_one(ui::Ui& ui, Rect body, ui::ListState& list,
                                           const std::vector<Way>& ways, std::string_view told)
{
    std::vector<ui::Button> buttons;
    for (auto way = ways.rbegin(); way != ways.rend(); ++way) buttons.push_back({.label = way->title});
    const auto touched =
        draw_question(ui, body, list, {.icon = ui::Icon::info, .words = told, .ways = std::move(buttons)});
    return touched ? std::optional{ways.size() - 1 - *touched} : std::nullopt;
}

} // namespace

std::optional<std::size_t> draw_ways(ui::Ui& ui, Rect body, ui::ListState& list, const std::vector<Way>& ways,
                                     std::string_view told, Wrong wrong)
{
    if (ui.theme().big() && !told.empty()) return ways_one_by_one(ui, body, list, ways, told);
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand, ui::Ground::mint};
    body = draw_notice(ui, body, told, wrong);
    std::vector<ui::Tile> tiles;
    for (std::size_t i = 0; i < ways.size(); ++i)
        tiles.push_back(
            {.title = ways[i].title, .detail = ways[i].detail, .icon = ways[i].icon, .tint = tints[i % 3]});
    const int across = ui.theme().big() || tiles.size() > 2 ? 1 : 2;
    return widgets::tile_grid(ui, body, across, tiles, list);
}

// As it will be in somebody's hand: the code to scan, and the letters to write down.
bool draw(ui::Ui& ui, Rect body, ui::ListState& list, const View& view)
{
    bool done = false;
    const float gap = ui.layout().gap;
    const auto draw_qr = [&](Rect place) {
        ui.card(place);
        const Rect inside = place.inset(ui.px(3.0F));
        const float words = ui.theme().line(ui::Face::label) * 2;
        widgets::qr_frame(ui, inside.without_bottom(words + ui.px(2.0F)),
                          {.content = view.qr, .name = view.qr_name});
        const Rect letters = inside.bottom_part(words);
        ui.text(letters.top_part(words / 2), view.number,
                {.face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal});
        ui.text(letters.bottom_part(words / 2), view.secret,
                {.face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal});
    };
    const auto draw_words = [&](Rect place) { ui.text(place, view.told); };
    const auto draw_done = [&](Rect place) {
        if (ui.button(place, {.label = view.done, .icon = ui::Icon::check, .fill = ui::Fill::filled}))
            done = true;
    };
    if (!ui.theme().big()) {
        const auto halves = body.columns(2, gap);
        draw_qr(halves[0]);
        draw_words(halves[1].without_bottom(ui.theme().target() + gap));
        draw_done(halves[1].bottom_part(ui.theme().target()));
        return done;
    }
    ui.list(body, list,
            {.count = 3,
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0   ? body.h
                            : item == 1 ? ui.text_height(width, view.told)
                                        : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         draw_qr(place);
                     else if (item == 1)
                         draw_words(place);
                     else
                         draw_done(place);
                 }});
    return done;
}

} // namespace frikort::kiosk::screens::card
