// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/new_notebook/screen.hpp"

namespace frikort::kiosk::screens::new_notebook {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               std::optional<core::people::Card> unused)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}
{
    model_.recovery_asked = kiosk_.recovery.has_value();
    model_.unused = std::move(unused);
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const bool is_made = model_.card.has_value();
    const auto intent = draw(ui, model_, view(model_, visit_.texts()));
    const bool may_go_back = step != Step::making && step != Step::keep;
    const auto bar = draw_bar(ui, visit_, may_go_back ? BackPlace::there : BackPlace::empty);
    if (step == Step::making) return make(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return is_made ? ui::Move{ui::Stay{}} : ui::Move{ui::Back{}};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto effect = update(model_, *intent);
    if (model_.step != step) ui.screen_changed();
    if (effect == Effect::make) {
        pictures_of_making_ = 0;
        ui.again();
    }
    if (effect == Effect::enter) return ui::Replace{doors_.overview()};
    return ui::Stay{};
}

ui::Move Screen::make(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_making_ < 2) return ui::Stay{};
    auto result = actions::open_new_notebook(store_, kiosk_,
                                             {*model_.name, *model_.chosen, model_.recovery, model_.unused});
    ui.screen_changed();
    if (!result) {
        not_made(model_, result.error());
        return ui::Stay{};
    }
    visit_.notebook = std::move(result->notebook);
    visit_.card = result->card;
    made(model_, std::move(result->card), actions::names(store_, kiosk_));
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::new_notebook
