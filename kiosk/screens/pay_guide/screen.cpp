// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/pay_guide/screen.hpp"

namespace frikort::kiosk::screens::pay_guide {

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto* words = words_(visit_.language());
    if (words == nullptr) return ui::Back{}; // left out in the language that was chosen meanwhile
    const auto intent = draw(ui, model_, view(model_, *words, links_, allowances_, year_, visit_.texts()));
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto step = model_.step;
    switch (update(model_, *intent)) {
    case Effect::none:
        break;
    case Effect::about_limit:
        return ui::Open{doors_.limit(year_)};
    case Effect::leave:
        return ui::Back{};
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::pay_guide
