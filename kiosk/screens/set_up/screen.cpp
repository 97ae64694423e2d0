// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/set_up/screen.hpp"

namespace frikort::kiosk::screens::set_up {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, model_{
                                                                                     begin(actions::set_up_of(
                                                                                         store, kiosk))}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, visit_.texts()),
                                    step == Step::own ? model_.own.typed : model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (step == Step::making) return found(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    perform(ui, update(model_, *intent));
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::perform(ui::Ui& ui, Effect effect)
{
    switch (effect) {
    case Effect::none:
        break;
    case Effect::check:
        checked(model_, actions::check_set_up_code(store_, kiosk_, *model_.code));
        break;
    case Effect::make_card:
        model_.card = core::people::CentreCard::make(kiosk_.chance);
        break;
    case Effect::found:
        pictures_of_making_ = 0;
        ui.again();
        break;
    }
}

ui::Move Screen::found(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_making_ < 2) return ui::Stay{};
    auto founded = actions::set_up_centre(store_, kiosk_, *model_.code, model_.name, *model_.chosen,
                                          *model_.card, clock_);
    ui.screen_changed();
    // Somebody set it up elsewhere meanwhile: this one joins them.
    if (!founded && founded.error() == actions::NotDone::already) return ui::Replace{doors_.staff()};
    if (!founded) {
        not_founded(model_);
        return ui::Stay{};
    }
    actions::know_centre(store_, kiosk_);
    visit_.staff = std::move(founded->leader);
    return ui::Replace{doors_.office_number(NumberAfter::set_up)};
}

} // namespace frikort::kiosk::screens::set_up
