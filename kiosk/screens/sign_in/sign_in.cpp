// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/sign_in/sign_in.hpp"

#include <algorithm>

#include "kiosk/screens/centre_card/centre_card.hpp"

namespace frikort::kiosk::screens::sign_in {

using core::people::StaffCode;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
}

Effect take_card(Model& model, std::string_view letters)
{
    using centre_card::Page;
    auto card = centre_card::read(letters, model.step == Step::card ? Page::held_up : Page::typed);
    model.typed.forget();
    if (card) {
        model.card = std::move(*card);
        return Effect::look;
    }
    model.problem = Problem::misread;
    model.misread = card.error();
    return Effect::none;
}

Effect choose(Model& model, std::size_t which)
{
    switch (model.step) {
    case Step::who:
    case Step::whose:
        if (which >= model.members.size()) return Effect::none;
        model.who = model.members[which];
        ask(model, model.step == Step::who ? Step::code : Step::own);
        break;
    case Step::forgot:
        ask(model, which == 0 ? Step::card : Step::who);
        break;
    case Step::nobody:
        ask(model, Step::card);
        break;
    case Step::card:
        ask(model, Step::typed_card);
        break;
    default:
        break;
    }
    return Effect::none;
}

Effect done(Model& model)
{
    if (model.step == Step::typed_card) return take_card(model, model.typed.text);
    model.code = StaffCode::typed(model.typed.text);
    ask(model, Step::opening);
    return Effect::open;
}

} // namespace

Model begin(std::vector<core::centre::Member> here)
{
    Model model;
    if (here.empty()) model.step = Step::nobody;
    for (const auto& member : here) model.here.push_back(member.id);
    model.members = std::move(here);
    return model;
}

bool has_code_here(const Model& model, const core::centre::Member& member)
{
    return std::find(model.here.begin(), model.here.end(), member.id) != model.here.end();
}

Effect update(Model& model, const sheet::Intent& intent, ui::Instant now)
{
    if (model.step == Step::own) {
        auto code = own_code::update(model.own, intent, model.who->name);
        if (!code) return Effect::none;
        model.code = std::move(*code);
        ask(model, Step::mending);
        return Effect::mend;
    }
    if (std::holds_alternative<sheet::Read>(intent)) {
        if (model.problem != Problem::wait || now - model.wait_told >= model.wait)
            model.problem = Problem::none;
        return Effect::none;
    }
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which);
    if (std::holds_alternative<sheet::Way>(intent)) {
        if (model.step == Step::who) ask(model, Step::forgot);
        return Effect::none;
    }
    if (const auto* scanned = std::get_if<sheet::Scanned>(&intent)) {
        const bool wanted = model.step == Step::card || model.step == Step::typed_card;
        return wanted ? take_card(model, scanned->line) : Effect::none;
    }
    const auto& stroke = std::get<sheet::Stroke>(intent).stroke;
    if (model.problem == Problem::wait && now - model.wait_told < model.wait) return Effect::none;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke)) return done(model);
    model.typed.take(stroke, model.step == Step::typed_card ? centre_card::signs : StaffCode::longest);
    return Effect::none;
}

void not_opened(Model& model, const core::actions::NotOpened& why, ui::Instant now)
{
    using Why = core::actions::NotOpened::Why;
    ask(model, Step::code);
    model.code.reset();
    model.tries_left = why.tries_left;
    model.wait = why.wait;
    model.wait_told = now;
    if (why.why == Why::unknown || why.why == Why::damaged)
        model.problem = Problem::gone;
    else
        model.problem = why.wait.count() > 0 ? Problem::wait : Problem::wrong_code;
}

void looked(Model& model, const std::optional<std::vector<core::centre::Member>>& members)
{
    if (!members) {
        model.card.reset();
        model.problem = Problem::other_centre;
        return;
    }
    model.members = *members;
    ask(model, Step::whose);
}

void not_mended(Model& model)
{
    model.card.reset();
    model.own = {};
    ask(model, Step::card);
    model.problem = Problem::other_centre;
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::nobody:
    case Step::who:
    case Step::opening:
    case Step::mending:
        return false;
    case Step::code:
    case Step::forgot:
        ask(model, Step::who);
        return true;
    case Step::card:
        ask(model, model.here.empty() ? Step::nobody : Step::forgot);
        return true;
    case Step::typed_card:
        ask(model, Step::card);
        return true;
    case Step::whose:
        model.card.reset();
        ask(model, Step::card);
        return true;
    case Step::own:
        if (!own_code::back(model.own)) ask(model, Step::whose);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::sign_in
