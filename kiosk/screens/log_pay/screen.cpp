// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/screen.hpp"

#include "kiosk/screens/log_pay/draw.hpp"

namespace frikort::kiosk::screens::log_pay {

Screen::Screen(Visit& visit, Doors& doors, const core::base::Clock& clock, std::vector<int> years,
               std::unique_ptr<Ledger> ledger)
    : visit_{visit}, doors_{doors}, clock_{clock}, ledger_{std::move(ledger)},
      offers_{ledger_->places(), std::move(years)}, model_{ledger_->begin(day())}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto intent = draw(ui, model_, view(model_, day(), offers_, visit_.texts()));
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_, day())) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto step = model_.step;
    const auto move = perform(update(model_, *intent, day()));
    if (model_.step != step) ui.screen_changed();
    return move;
}

ui::Move Screen::perform(Effect effect)
{
    switch (effect) {
    case Effect::none:
        break;
    case Effect::keep_draft:
        ledger_->keep_draft(model_.answers);
        break;
    case Effect::drop_draft:
        ledger_->drop_draft();
        break;
    case Effect::save:
        save();
        break;
    case Effect::leave:
        return ui::Back{};
    }
    return ui::Stay{};
}

void Screen::save()
{
    const auto earning = *whole(model_.answers);
    const auto saved = ledger_->save(model_.answers, earning);
    if (saved) {
        model_.where = ledger_->where(visit_.texts());
        model_.step = Step::saved;
        model_.checking = false;
        if (earning.place) std::erase(offers_.places, *earning.place);
        if (earning.place) offers_.places.insert(offers_.places.begin(), *earning.place);
    } else {
        model_.problem = saved.error();
    }
}

} // namespace frikort::kiosk::screens::log_pay
