// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/requests/screen.hpp"

#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::requests {

namespace actions = core::actions;
using actions::NotDone;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, model_{clock.today()}
{
    read();
}

void Screen::read()
{
    model_.today = clock_.today();
    auto waiting = actions::waiting_requests(store_, kiosk_, *visit_.staff);
    if (waiting)
        model_.waiting = std::move(*waiting);
    else
        model_.told = refusal_text(visit_, waiting.error());
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto& texts = visit_.texts();
    const auto intent = is_page(model_) ? draw(ui, page(model_, texts), model_.page)
                                        : sheet::draw(ui, view(model_, texts), model_.typed,
                                                      step == Step::list ? model_.list : model_.page);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        if (model_.step == Step::list) read();
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    perform(update(model_, *intent));
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::refused(NotDone why)
{
    done(model_,
         why == NotDone::already ? visit_.texts()("requests.already.seen") : refusal_text(visit_, why));
    read();
}

void Screen::perform(Effect effect)
{
    switch (effect) {
    case Effect::none:
        break;
    case Effect::open:
        open();
        break;
    case Effect::send:
        send();
        break;
    case Effect::close:
        if (const auto closed =
                actions::close_request(store_, kiosk_, *visit_.staff, model_.open->request, clock_))
            done(model_, visit_.texts()("requests.closed"));
        else
            return refused(closed.error());
        read();
        break;
    }
}

void Screen::open()
{
    auto waiting = actions::waiting_request(store_, kiosk_, *visit_.staff, model_.open->request);
    if (!waiting) return refused(waiting.error());
    opened(model_, std::move(*waiting));
}

void Screen::send()
{
    const auto request = model_.open->request;
    const auto sent = actions::answer_request(
        store_, kiosk_, *visit_.staff, request, model_.typed.text,
        model_.taken_over ? actions::Although::somebody_did : actions::Although::nobody_else, clock_);
    if (sent) {
        done(model_, visit_.texts()("requests.sent"));
        read();
        return;
    }
    if (sent.error() != NotDone::already) return refused(sent.error());
    auto now = actions::waiting_request(store_, kiosk_, *visit_.staff, request);
    if (!now) return refused(now.error());
    was_first(model_, std::move(*now));
}

} // namespace frikort::kiosk::screens::requests
