// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/receipt/screen.hpp"

namespace frikort::kiosk::screens::receipt {

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
               Fetching& fetching, std::optional<Receipt> scanned)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, fetch_{fetching, store, kiosk},
      model_{begin(std::move(scanned))}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, ui.now(), visit_.texts()), model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_, step == Step::opening ? BackPlace::empty : BackPlace::there);
    if (step == Step::opening) return open(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (step == Step::fetching) return fetch(ui);
    if (!intent) return ui::Stay{};
    if (update(model_, *intent, ui.now())) {
        pictures_of_opening_ = 0;
        ui.again();
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

ui::Move Screen::open(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_opening_ < 2) return ui::Stay{};
    return begin_fetching(ui) ? ui::Move{ui::Stay{}} : try_receipt(ui);
}

bool Screen::begin_fetching(ui::Ui& ui)
{
    if (!fetch_.begin(model_.receipt->card(), Receipt::code(), ui.now())) return false;
    model_.step = Step::fetching;
    ui.screen_changed();
    return true;
}

ui::Move Screen::fetch(ui::Ui& ui)
{
    const auto answer = fetch_.answer(ui.now());
    if (!answer) return ui::Stay{};
    if (answer->is_for_this_kiosk()) return try_receipt(ui);
    not_fetched(model_, *answer, ui.now());
    ui.screen_changed();
    ui.again();
    return ui::Stay{};
}

ui::Move Screen::try_receipt(ui::Ui& ui)
{
    ui.again();
    auto opened = core::actions::open_receipt(store_, kiosk_, *model_.receipt);
    ui.screen_changed();
    if (!opened) {
        not_opened(model_, opened.error(), ui.now());
        return ui::Stay{};
    }
    visit_.request = std::move(*opened);
    return ui::Replace{doors_.messages()};
}

} // namespace frikort::kiosk::screens::receipt
