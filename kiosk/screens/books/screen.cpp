// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/books/screen.hpp"

#include "core/actions/lift_wait.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::books {

namespace actions = core::actions;
using core::people::Right;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}
{
    auto found = actions::find_notebooks(store, kiosk, *visit.staff);
    if (found)
        model_ = begin(std::move(*found), MayRecover{visit.staff->may(Right::open_lost)});
    else
        tell(model_, refusal_text(visit_, found.error()));
}

Effect Screen::draw_step(ui::Ui& ui)
{
    const auto& texts = visit_.texts();
    if (enters_code(model_, ui.now())) {
        const auto intent = code::draw(ui, code_view(model_, texts), model_.code.pad);
        return intent ? update(model_, *intent) : Effect::none;
    }
    const auto intent = sheet::draw(ui, view(model_, ui.now(), texts), model_.typed, model_.list);
    return intent && model_.step != Step::working ? update(model_, *intent) : Effect::none;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    pass(model_, ui.now());
    const auto effect = draw_step(ui);
    const bool may_go_back = step != Step::working && step != Step::card;
    const auto bar = draw_bar(ui, visit_, may_go_back ? BackPlace::there : BackPlace::empty);
    if (step == Step::working) {
        work(ui);
        return ui::Stay{};
    }
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        if (model_.step == Step::list || model_.step == Step::how) open_.reset();
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (effect == Effect::leave) return ui::Back{};
    if (effect == Effect::by_name) return ui::Open{doors_.by_name()};
    if (effect == Effect::found) {
        look(ui);
    } else if (effect == Effect::lift) {
        lift();
    } else if (effect != Effect::none) {
        asked_ = effect;
        pictures_of_working_ = 0;
        ui.again();
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::look(ui::Ui& ui)
{
    model_.names = actions::names(store_, kiosk_);
    const auto wait = actions::wait_for(store_, kiosk_, *visit_.staff, model_.who->stream);
    if (wait)
        shut_for(model_, *wait, ui.now());
    else
        tell(model_, refusal_text(visit_, wait.error()));
}

void Screen::lift()
{
    const auto lifted = actions::lift_wait(store_, kiosk_, *visit_.staff, model_.who->stream, clock_);
    const bool over = lifted || lifted.error() == actions::NotDone::already;
    tell(model_, over ? visit_.texts()("books.lifted", {{"name", model_.who->name}})
                      : refusal_text(visit_, lifted.error()));
}

void Screen::work(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_working_ < 2) return;
    ui.screen_changed();
    if (asked_ == Effect::open)
        open(ui);
    else if (asked_ == Effect::recover)
        recover();
    else
        renew();
}

void Screen::open(ui::Ui& ui)
{
    const auto name = core::people::CallName::from(model_.who->name);
    auto opened = actions::open_with_name(store_, kiosk_, *name, *model_.chosen);
    using Why = actions::NotOpened::Why;
    if (!opened && (opened.error().why == Why::off || opened.error().why == Why::not_yet)) {
        tell(model_,
             visit_.texts()(opened.error().why == Why::off ? "books.how.card.told" : "open.not_yet.told"));
        return;
    }
    if (!opened) {
        not_opened(model_, opened.error(), ui.now());
        return;
    }
    // Somebody else of that name typed a code of their own.
    if (opened->stream() != model_.who->stream) {
        not_opened(model_, {actions::NotOpened::Why::wrong_code}, ui.now());
        return;
    }
    open_ = std::move(*opened);
    renew();
}

void Screen::recover()
{
    auto open = actions::recover_notebook(store_, kiosk_, *visit_.staff, *model_.centre_card,
                                          model_.who->stream, clock_);
    if (open) {
        open_ = std::move(*open);
        recovered(model_);
        return;
    }
    const auto& why = open.error();
    const auto& texts = visit_.texts();
    not_recovered(model_, why,
                  why.refused      ? refusal_text(visit_, *why.refused)
                  : why.not_agreed ? texts("books.not_agreed")
                                   : texts("open.damaged"));
}

void Screen::renew()
{
    auto done = actions::renew_for(store_, kiosk_, *visit_.staff, *open_, {*model_.chosen}, clock_);
    if (done) {
        open_.reset(); // its keys are wiped
        renewed(model_, std::move(done->card));
        return;
    }
    if (done.error().refused) {
        tell(model_, refusal_text(visit_, *done.error().refused));
        return;
    }
    const auto why = *done.error().why;
    if (why == actions::NotRenewed::newer_card || why == actions::NotRenewed::too_many)
        tell(model_, visit_.texts()("books.newer_card"));
    else
        not_renewed(model_, why);
}

} // namespace frikort::kiosk::screens::books
