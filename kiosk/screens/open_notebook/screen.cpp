// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/open_notebook/screen.hpp"

namespace frikort::kiosk::screens::open_notebook {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk, By by,
               std::optional<core::people::Card> scanned)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, model_{begin(by, std::move(scanned))}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = draw(ui, model_, view(model_, ui.now(), visit_.texts()));
    const auto bar = draw_bar(ui, visit_);
    if (model_.step == Step::opening) return open(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto effect = update(model_, *intent);
    if (model_.step != step) ui.screen_changed();
    if (effect == Effect::make_new) return ui::Replace{doors_.new_notebook(std::move(model_.card))};
    if (effect == Effect::open) {
        pictures_of_opening_ = 0;
        ui.again();
    }
    return ui::Stay{};
}

ui::Move Screen::open(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_opening_ < 2) return ui::Stay{};
    const auto code = *model_.code.code();
    auto opened = model_.by == By::card ? actions::open_with_card(store_, kiosk_, *model_.card, code)
                                        : actions::open_with_name(store_, kiosk_, *model_.name, code);
    ui.screen_changed();
    if (!opened) {
        not_opened(model_, opened.error(), ui.now());
        return ui::Stay{};
    }
    visit_.notebook = std::move(*opened);
    if (model_.by == By::card) visit_.card = model_.card;
    return ui::Replace{doors_.overview()};
}

} // namespace frikort::kiosk::screens::open_notebook
