// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/renew/screen.hpp"

#include "core/actions/read_notebook.hpp"
#include "core/actions/server_half.hpp"

namespace frikort::kiosk::screens::renew {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               Renewing what, std::function<void()> send)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, send_{std::move(send)}, model_{begin(
                                                                                              what,
                                                                                              visit.card)}
{
    model_.call_name = actions::read_notebook(store_, *visit_.notebook).book.call_name();
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = draw(ui, model_, view(model_, visit_.texts()));
    const auto bar = draw_bar(ui, visit_, may_go_back(model_) ? BackPlace::there : BackPlace::empty);
    if (step == Step::making) return make(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
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
    return effect == Effect::leave ? ui::Move{ui::Back{}} : ui::Stay{};
}

ui::Move Screen::make(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_making_ < 2) return ui::Stay{};
    const bool recoverable = actions::is_recoverable(store_, *visit_.notebook);
    auto result = actions::renew_notebook(store_, kiosk_, *visit_.notebook, {*model_.chosen, model_.kept});
    ui.screen_changed();
    if (!result) {
        not_made(model_, result.error());
        return ui::Stay{};
    }
    visit_.notebook = std::move(result->notebook);
    visit_.card = result->card;
    if (actions::names(store_, kiosk_) != actions::Names::open) model_.call_name.reset();
    model_.lost_recovery = recoverable && result->recovery == actions::Recovery::no;
    made(model_, std::move(result->card));
    send_();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::renew
