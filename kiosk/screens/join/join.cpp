// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/join/join.hpp"

#include "kiosk/screens/centre_card/centre_card.hpp"
#include "kiosk/screens/fetching.hpp"

namespace frikort::kiosk::screens::join {

using core::people::SetUpCode;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
}

Effect take_code(Model& model, std::string_view letters)
{
    model.code = SetUpCode::typed(letters);
    model.typed.forget();
    return Effect::check;
}

Effect take_card(Model& model, std::string_view letters)
{
    using centre_card::Page;
    auto card = centre_card::read(letters, model.step == Step::card ? Page::held_up : Page::typed);
    model.typed.forget();
    if (card) {
        model.card = std::move(*card);
        return Effect::join;
    }
    model.problem = Problem::misread;
    model.misread = card.error();
    return Effect::none;
}

Effect take(Model& model, std::string_view letters)
{
    if (model.step == Step::code) return take_code(model, letters);
    return model.step == Step::card || model.step == Step::typed_card ? take_card(model, letters)
                                                                      : Effect::none;
}

void wait_for_server(Model& model, const Line& line, ui::Instant now)
{
    ask(model, Step::asking);
    model.line = line;
    model.asked = now;
}

Effect choose(Model& model, ui::Instant now)
{
    switch (model.step) {
    case Step::no_way:
        wait_for_server(model, model.line, now);
        return Effect::ask;
    case Step::card:
        ask(model, Step::typed_card);
        return Effect::none;
    case Step::joined:
        return Effect::let_in;
    default:
        return Effect::none;
    }
}

} // namespace

Model begin(const Line& line, ui::Instant now)
{
    Model model;
    wait_for_server(model, line, now);
    if (line.heard == Line::Heard::further) ask(model, Step::code);
    return model;
}

Effect hear(Model& model, const Line& line, ui::Instant now)
{
    if (model.step != Step::asking && model.step != Step::no_way) return Effect::none;
    if (line.heard == Line::Heard::first) return Effect::set_up;
    if (line.heard == Line::Heard::further) {
        model.line = line;
        ask(model, Step::code);
        return Effect::none;
    }
    const bool over = line.heard == Line::Heard::not_compared || line.server == about::Server::none ||
                      line.rounds > model.line.rounds || now - model.asked >= fetching_patience;
    if (model.step == Step::asking && over) ask(model, Step::no_way);
    if (model.step == Step::no_way) model.line = line; // why not may have changed
    return Effect::none;
}

Effect update(Model& model, const sheet::Intent& intent, ui::Instant now)
{
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (std::holds_alternative<sheet::Choose>(intent)) return choose(model, now);
    if (const auto* scanned = std::get_if<sheet::Scanned>(&intent)) return take(model, scanned->line);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr) return Effect::none;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take(model, model.typed.text);
    model.typed.take(stroke->stroke, model.step == Step::code ? SetUpCode::letters : centre_card::signs);
    return Effect::none;
}

void checked(Model& model, const core::base::Result<void, core::actions::NotOpened>& result)
{
    if (result) {
        ask(model, Step::card);
        return;
    }
    model.wait = result.error().wait;
    model.problem = model.wait.count() > 0 ? Problem::wait : Problem::wrong_code;
}

void joined(Model& model) { ask(model, Step::joined); }

void not_joined(Model& model, core::actions::NotDone why)
{
    model.card.reset();
    if (why == core::actions::NotDone::other_centre) {
        ask(model, Step::card);
        model.problem = Problem::other_centre;
        return;
    }
    ask(model, Step::code);
    model.problem = Problem::wrong_code;
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::asking:
    case Step::no_way:
    case Step::code:
    case Step::joined:
        return false;
    case Step::card:
        ask(model, Step::code);
        return true;
    case Step::typed_card:
        ask(model, Step::card);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::join
