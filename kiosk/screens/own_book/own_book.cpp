// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/own_book/own_book.hpp"

#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::own_book {

View view(const core::content::Texts& texts)
{
    return {texts("own.title"),
            {{{texts("own.card"), texts("own.card.detail"), ui::Icon::card},
              {texts("own.code"), texts("own.code.detail"), ui::Icon::keypad},
              {texts("own.home"), texts("own.home.detail"), ui::Icon::phone},
              {texts("own.erase"), texts("own.erase.detail"), ui::Icon::trash}}}};
}

std::optional<Choice> draw(ui::Ui& ui, ui::ListState& list, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand, ui::Ground::sand,
                                           ui::Ground::mint};
    std::vector<ui::Tile> tiles;
    for (std::size_t i = 0; i < view.ways.size(); ++i)
        tiles.push_back({.title = view.ways[i].title,
                         .detail = view.ways[i].detail,
                         .icon = view.ways[i].icon,
                         .tint = tints[i]});
    const auto touched = widgets::tile_grid(ui, body, ui.theme().big() ? 1 : 2, tiles, list);
    return touched ? std::optional{static_cast<Choice>(*touched)} : std::nullopt;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto choice = draw(ui, list_, view(visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    if (!choice) return ui::Stay{};
    switch (*choice) {
    case Choice::new_card:
        return ui::Open{doors_.renew(Renewing::card)};
    case Choice::new_code:
        return ui::Open{doors_.renew(Renewing::code)};
    case Choice::take_home:
        return ui::Open{doors_.take_home(year_)};
    case Choice::erase:
        return ui::Open{doors_.erase_book()};
    }
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::own_book
