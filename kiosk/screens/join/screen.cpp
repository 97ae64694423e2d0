// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/join/screen.hpp"

namespace frikort::kiosk::screens::join {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, actions::Kiosk& kiosk,
               const core::base::Clock& clock, Hands hands)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, hands_{std::move(hands)}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (!model_) {
        model_ = begin(hands_.line(), ui.now());
        if (model_->step == Step::asking) hands_.ask();
    }
    auto& model = *model_;
    const auto before = model.step;
    const bool waits = before == Step::asking || before == Step::no_way;
    const auto heard = waits ? hear(model, hands_.line(), ui.now()) : Effect::none;
    if (model.step != before) ui.screen_changed();
    const auto step = model.step;
    const auto intent = sheet::draw(ui, view(model, visit_.texts()), model.typed, model.list);
    const auto bar = draw_bar(ui, visit_);
    if (heard == Effect::set_up) {
        ui.screen_changed();
        ui.again();
        return ui::Replace{doors_.staff()};
    }
    if (bar == BarTouch::back) {
        if (!back(model)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    auto move = perform(update(model, *intent, ui.now()));
    if (model.step != step) ui.screen_changed();
    return move;
}

ui::Move Screen::perform(Effect effect)
{
    switch (effect) {
    case Effect::none:
    case Effect::set_up:
        break;
    case Effect::ask:
        hands_.ask();
        break;
    case Effect::check:
        checked(*model_, actions::check_set_up_code(store_, kiosk_, *model_->code));
        break;
    case Effect::join:
        return join();
    case Effect::let_in:
        return ui::Replace{doors_.let_in(*model_->card)};
    }
    return ui::Stay{};
}

ui::Move Screen::join()
{
    const auto result = actions::join_centre(store_, kiosk_, *model_->code, *model_->card, clock_);
    if (!result && result.error() == actions::NotDone::already) return ui::Replace{doors_.staff()};
    if (!result) {
        not_joined(*model_, result.error());
        return ui::Stay{};
    }
    actions::know_centre(store_, kiosk_);
    joined(*model_);
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::join
