// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// Equal cells in columns, as tall as the rectangle lets them be. When rows of a citizen's target do not all
// fit (big mode), they become a list with a "Mere" button.
struct Cells {
    std::size_t count = 0;
    int across = 2;
    float least_height = 0; // px; never under a citizen's target
    std::function<void(std::size_t cell, ui::Rect)> draw;
};
void cell_grid(ui::Ui&, ui::Rect, ui::ListState&, const Cells&);

// Tiles in `across` columns, all of one shape: the fullest in which every one of them fits. Answers which was
// touched. Without a list state they must all fit.
std::optional<std::size_t> tile_grid(ui::Ui&, ui::Rect, int across, const std::vector<ui::Tile>&);
std::optional<std::size_t> tile_grid(ui::Ui&, ui::Rect, int across, const std::vector<ui::Tile>&,
                                     ui::ListState&);

} // namespace frikort::kiosk::widgets
