// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/messages/screen.hpp"

namespace frikort::kiosk::screens::messages {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock},
      model_{begin(actions::conversations(store, kiosk, visit.asked()),
                   visit.notebook ? In::notebook : In::receipt)}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = draw(ui, model_, view(model_, visit_.texts()));
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto effect = update(model_, *intent);
    if (effect == Effect::ask) return ui::Open{doors_.help()};
    if (effect == Effect::send) {
        const auto result = actions::write_on(store_, kiosk_, visit_.asked(),
                                              model_.all[model_.which].request, model_.typed.text, clock_);
        wrote(model_, result, actions::conversations(store_, kiosk_, visit_.asked()));
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::messages
