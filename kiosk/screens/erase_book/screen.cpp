// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/erase_book/erase_book.hpp"
#include "kiosk/screens/parts.hpp"

namespace frikort::kiosk::screens::erase_book {

namespace {

ui::Icon icon_for(Step step)
{
    switch (step) {
    case Step::told:
    case Step::sure:
        return ui::Icon::trash;
    case Step::erased:
        return ui::Icon::check_circle;
    case Step::newer_card:
        return ui::Icon::warning;
    }
    return ui::Icon::none;
}

std::optional<std::size_t> draw(ui::Ui& ui, Model& model, const View& view)
{
    std::vector<ui::Button> ways;
    for (const auto& way : view.ways) ways.push_back({.label = way});
    // What keeps things as they are is the main way; only going on to the question is neither.
    if (model.step != Step::told) ways.back().fill = ui::Fill::filled;
    if (model.step == Step::erased) ways.back().icon = ui::Icon::home;
    if (!view.may_erase) ways.front().enabled = ui::Enabled::no;
    auto body = widgets::page_top(ui, view.title);
    // Nobody's notebook is open: the button is the whole bar.
    if (model.step == Step::erased) body.h = ui.layout().bar.bottom() - body.y;
    return draw_question(ui, body, model.list,
                         {.icon = icon_for(model.step),
                          .tint = model.step == Step::erased ? ui::Ground::mint : ui::Ground::sand,
                          .words = view.told,
                          .ways = std::move(ways)});
}

} // namespace

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto way = draw(ui, model_, view(model_, ui.now(), visit_.texts()));
    if (step != Step::erased) {
        const auto bar = draw_bar(ui, visit_);
        if (bar == BarTouch::back && step == Step::sure) {
            model_ = {};
            ui.screen_changed();
            return ui::Stay{};
        }
        if (const auto move = bar_move(bar, doors_.display())) return *move;
    }
    if (!way) return ui::Stay{};
    switch (update(model_, *way, ui.now())) {
    case Effect::none:
        break;
    case Effect::erase:
        erase();
        break;
    case Effect::leave:
        return ui::Back{};
    case Effect::home:
        return ui::Home{};
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::erase()
{
    const auto erased = core::actions::erase_notebook(store_, kiosk_, *visit_.notebook);
    model_ = {};
    if (erased == core::actions::Erased::newer_card) {
        model_.step = Step::newer_card;
        return;
    }
    model_.step = Step::erased;
    visit_.notebook.reset();
    visit_.card.reset();
    visit_.numbers_shown = false;
    visit_.over = true;
    send_();
}

} // namespace frikort::kiosk::screens::erase_book
