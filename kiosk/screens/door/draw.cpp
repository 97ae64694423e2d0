// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/door/door.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::door {

std::optional<Intent> draw(ui::Ui& ui, ui::ListState& list, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    const auto touched = widgets::tile_grid(
        ui, body, 1,
        {{.title = view.card, .detail = view.card_detail, .icon = ui::Icon::qr},
         {.title = view.name, .detail = view.name_detail, .icon = ui::Icon::person, .tint = ui::Ground::sand},
         {.title = view.fresh,
          .detail = view.fresh_detail,
          .icon = ui::Icon::book,
          .tint = ui::Ground::accent,
          .fill = ui::Fill::filled}},
        list);
    if (!touched) return std::nullopt;
    if (*touched == 0) return WithCard{};
    if (*touched == 1) return WithName{};
    return Fresh{};
}

} // namespace frikort::kiosk::screens::door
