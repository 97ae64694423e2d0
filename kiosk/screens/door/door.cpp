// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/door/door.hpp"

#include "kiosk/screens/scanned.hpp"

namespace frikort::kiosk::screens::door {

View view(core::actions::Names names, const core::content::Texts& texts)
{
    const bool off = names == core::actions::Names::off;
    return {
        .title = texts("door.title"),
        .card = texts("door.card"),
        .card_detail = texts("door.card.detail"),
        .name = texts(off ? "door.no_card" : "door.name"),
        .name_detail = texts(off ? "door.no_card.detail" : "door.name.detail"),
        .fresh = texts("door.new"),
        .fresh_detail = texts("door.new.detail"),
    };
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto intent = draw(ui, list_, view(names_, visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    if (const auto line = ui.scanned()) {
        if (auto move = scanned_move(doors_, *line)) return std::move(*move);
    }
    if (!intent) return ui::Stay{};
    if (std::holds_alternative<WithCard>(*intent)) return ui::Open{doors_.open_with_card(std::nullopt)};
    if (std::holds_alternative<WithName>(*intent)) return ui::Open{doors_.open_with_name()};
    return ui::Open{doors_.new_notebook(std::nullopt)};
}

} // namespace frikort::kiosk::screens::door
