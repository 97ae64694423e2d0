// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/learn/learn.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::learn {

std::optional<std::size_t> draw(ui::Ui& ui, ui::ListState& state, const MenuView& view)
{
    const auto body = widgets::page_top(ui, view.title);
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand};
    std::vector<ui::Tile> tiles;
    for (std::size_t i = 0; i < view.choices.size(); ++i)
        tiles.push_back({.title = view.choices[i].title,
                         .detail = view.choices[i].detail,
                         .icon = view.choices[i].icon,
                         .tint = tints[(i + i / 2) % 2]});
    return widgets::tile_grid(ui, body, ui.theme().large() ? 1 : 2, tiles, state);
}

std::optional<Next> draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    const auto body = widgets::page_top(ui, view.title, view.corner);
    const ui::Button next{
        .label = view.next, .icon = ui::Icon::arrow_right, .side = ui::Side::right, .fill = ui::Fill::filled};
    return draw_thought(ui, body, state, view.thought, {next}) ? std::optional{Next{}} : std::nullopt;
}

} // namespace frikort::kiosk::screens::learn
