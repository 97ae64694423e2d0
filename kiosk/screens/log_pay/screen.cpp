// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/screen.hpp"

#include "core/actions/correct_earning.hpp"
#include "core/actions/draft.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/base/must.hpp"
#include "kiosk/screens/log_pay/draw.hpp"

namespace frikort::kiosk::screens::log_pay {

namespace actions = core::actions;

namespace {

Model begin(const core::notebook::Book& book, const std::optional<core::base::Id>& corrects,
            const std::optional<Answers>& half_done, const Day& day)
{
    if (corrects) {
        const auto* entry = book.find(*corrects);
        core::base::must(entry != nullptr);
        return correcting(answers_of(entry->now, entry->id));
    }
    return half_done ? resuming(*half_done) : fresh(day);
}

// What the action refused although every question had asked for it: shown where it can be put right.
Problem problem_of(actions::NotLogged refusal)
{
    switch (refusal) {
    case actions::NotLogged::future_day:
        return Problem::future_day;
    case actions::NotLogged::no_amount:
        return Problem::no_amount;
    case actions::NotLogged::amount_too_large:
        return Problem::too_large;
    case actions::NotLogged::place_like_cpr:
        return Problem::cpr;
    case actions::NotLogged::bad_place:
        return Problem::no_place;
    case actions::NotLogged::bad_time:
        return Problem::too_many_hours;
    default:
        return Problem::none;
    }
}

} // namespace

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, std::vector<int> years, std::optional<core::base::Id> corrects)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}
{
    const auto book = actions::read_notebook(store_, *visit_.notebook).book;
    offers_ = {book.places(), std::move(years)};
    const auto words = corrects ? std::nullopt : actions::take_draft(store_, *visit_.notebook);
    model_ = begin(book, corrects, words ? from_kept(*words) : std::nullopt, day());
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
        actions::keep_draft(store_, kiosk_, *visit_.notebook, kept(model_.answers));
        break;
    case Effect::drop_draft:
        actions::drop_draft(store_, *visit_.notebook);
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
    const auto& notebook = *visit_.notebook;
    const auto saved = model_.answers.corrects
                           ? actions::correct_earning(store_, kiosk_, notebook, *model_.answers.corrects,
                                                      earning, std::nullopt, clock_)
                           : actions::log_earning(store_, kiosk_, notebook, earning, clock_);
    if (saved || saved.error() == actions::NotLogged::unchanged) {
        model_.step = Step::saved;
        model_.checking = false;
        if (earning.place) std::erase(offers_.places, *earning.place);
        if (earning.place) offers_.places.insert(offers_.places.begin(), *earning.place);
    } else {
        model_.problem = problem_of(saved.error());
    }
}

} // namespace frikort::kiosk::screens::log_pay
