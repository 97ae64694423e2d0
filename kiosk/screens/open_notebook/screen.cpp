// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/open_notebook/screen.hpp"

#include "kiosk/screens/scanned.hpp"

namespace frikort::kiosk::screens::open_notebook {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               Fetching& fetching, By by, std::optional<core::people::Card> scanned)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, fetch_{fetching, store, kiosk},
      model_{
          begin(by, std::move(scanned), by == By::name ? actions::names(store, kiosk) : actions::Names::open)}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (model_.step == Step::not_yet && kiosk_.whole) {
        names_are(model_, actions::names(store_, kiosk_));
        ui.screen_changed();
    }
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
    if (model_.step == Step::fetching) return fetch(ui);
    if (step == Step::not_yet || step == Step::off) {
        if (const auto line = ui.scanned())
            if (auto move = scanned_move(doors_, *line)) return std::move(*move);
    }
    if (!intent) return ui::Stay{};
    const auto effect = update(model_, *intent);
    if (model_.step != step) ui.screen_changed();
    if (effect == Effect::make_new) return ui::Replace{doors_.new_notebook(std::move(model_.card))};
    if (effect == Effect::use_card) return ui::Replace{doors_.open_with_card(std::nullopt)};
    if (effect == Effect::open) {
        pictures_of_opening_ = 0;
        ui.again();
    }
    return ui::Stay{};
}

bool Screen::begin_fetching(ui::Ui& ui)
{
    if (model_.by != By::card || !fetch_.begin(*model_.card, *model_.code.code(), ui.now())) return false;
    model_.step = Step::fetching;
    ui.screen_changed();
    return true;
}

ui::Move Screen::fetch(ui::Ui& ui)
{
    const auto answer = fetch_.answer(ui.now());
    if (!answer) return ui::Stay{};
    if (answer->is_for_this_kiosk()) {
        model_.step = Step::opening;
        return try_code(ui);
    }
    not_fetched(model_, *answer, ui.now());
    ui.screen_changed();
    ui.again();
    return ui::Stay{};
}

ui::Move Screen::open(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_opening_ < 2) return ui::Stay{};
    return begin_fetching(ui) ? ui::Move{ui::Stay{}} : try_code(ui);
}

ui::Move Screen::try_code(ui::Ui& ui)
{
    ui.again();
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
