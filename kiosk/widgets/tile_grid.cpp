// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/tile_grid.hpp"

#include <algorithm>
#include <cmath>

namespace frikort::kiosk::widgets {

void cell_grid(ui::Ui& ui, ui::Rect rect, ui::ListState& state, const Cells& cells)
{
    if (cells.count == 0) return;
    const auto across = static_cast<std::size_t>(std::max(cells.across, 1));
    const std::size_t down = (cells.count + across - 1) / across;
    const float least = std::max(ui.theme().target(), cells.least_height);
    const auto draw_row = [&](std::size_t row, ui::Rect place) {
        const auto columns = place.columns(static_cast<int>(across), ui.layout().gap);
        for (std::size_t i = 0; i < across && row * across + i < cells.count; ++i)
            cells.draw(row * across + i, columns[i]);
    };

    for (const float gap : {ui.layout().gap, ui.layout().key_gap}) {
        const float needed = static_cast<float>(down) * least + static_cast<float>(down - 1) * gap;
        if (needed > rect.h + 0.5F) continue;
        const auto rows = rect.rows(static_cast<int>(down), gap);
        for (std::size_t row = 0; row < down; ++row) draw_row(row, rows[row]);
        return;
    }
    ui.list(rect, state,
            {.count = down,
             .gap = ui.layout().key_gap,
             .height = [least](std::size_t, float) { return least; },
             .draw = draw_row});
}

std::optional<std::size_t> tile_grid(ui::Ui& ui, ui::Rect rect, int across,
                                     const std::vector<ui::Tile>& tiles)
{
    ui::ListState top;
    return tile_grid(ui, rect, across, tiles, top);
}

std::optional<std::size_t> tile_grid(ui::Ui& ui, ui::Rect rect, int across,
                                     const std::vector<ui::Tile>& tiles, ui::ListState& state)
{
    // First they agree on a shape, for the cells they would like to have.
    const auto width = rect.columns(across, ui.layout().gap).front().w;
    const int down = (static_cast<int>(tiles.size()) + across - 1) / std::max(across, 1);
    const float height =
        std::max(ui.theme().target(), (rect.h - static_cast<float>(down - 1) * ui.layout().gap) /
                                          static_cast<float>(std::max(down, 1)));
    ui::TileShape shape = ui::TileShape::beside;
    for (const ui::Tile& tile : tiles)
        shape = std::max(shape, ui.tile_shape({0, 0, std::floor(width), std::floor(height)}, tile));

    std::optional<std::size_t> touched;
    cell_grid(ui, rect, state,
              {.count = tiles.size(), .across = across, .draw = [&](std::size_t i, ui::Rect place) {
                   ui::Tile tile = tiles[i];
                   tile.shape = shape;
                   if (ui.tile(place, tile)) touched = i;
               }});
    return touched;
}

} // namespace frikort::kiosk::widgets
