// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/books/books.hpp"

#include "core/base/text.hpp"
#include "kiosk/screens/centre_card/centre_card.hpp"
#include "kiosk/screens/waits.hpp"

namespace frikort::kiosk::screens::books {

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.code.forget();
    model.list = {};
}

void filter(Model& model, const std::string& typed)
{
    model.filter = core::base::tidy(typed);
    const auto wanted = core::base::fold_case(model.filter);
    model.shown.clear();
    for (const auto& one : model.all)
        if (core::base::fold_case(one.name).find(wanted) != std::string::npos) model.shown.push_back(one);
    ask(model, Step::list);
}

Effect take_card(Model& model, std::string_view letters)
{
    using centre_card::Page;
    auto card = centre_card::read(letters, model.step == Step::centre_card ? Page::held_up : Page::typed);
    model.typed.forget();
    if (card) {
        model.centre_card = std::move(*card);
        ask(model, Step::working);
        return Effect::recover;
    }
    model.problem = Problem::misread;
    model.misread = card.error();
    return Effect::none;
}

Effect choose(Model& model, std::size_t which)
{
    switch (model.step) {
    case Step::list:
        if (which >= model.shown.size()) return Effect::none;
        model.who = model.shown[which];
        model.shut = {};
        ask(model, Step::one);
        return Effect::found;
    case Step::one:
        if (which == 2) return Effect::lift;
        ask(model, which == 0 ? Step::list : Step::how);
        break;
    case Step::how:
        if (only_card(model))
            ask(model, model.may_recover == MayRecover::yes ? Step::centre_card : Step::list);
        else
            ask(model, which == 0 ? Step::kind : Step::centre_card);
        break;
    case Step::kind:
        model.code.kind = which == 0 ? code::Kind::digits : code::Kind::pictures;
        ask(model, model.centre_card ? Step::fresh : Step::code);
        break;
    case Step::centre_card:
        ask(model, Step::typed_card);
        break;
    case Step::told:
        ask(model, Step::list);
        break;
    default:
        break;
    }
    return Effect::none;
}

Effect take_fresh(Model& model)
{
    auto choice = model.code.choice();
    model.code.forget();
    if (!choice) {
        using core::people::WeakCode;
        model.problem = choice.error() == WeakCode::date  ? Problem::weak_date
                        : choice.error() == WeakCode::run ? Problem::weak_run
                                                          : Problem::weak_repetition;
        return Effect::none;
    }
    model.chosen = std::move(*choice);
    ask(model, Step::again);
    return Effect::none;
}

} // namespace

bool only_card(const Model& model) { return model.names == core::actions::Names::off; }

bool leads_to_by_name(const Model& model)
{
    return model.may_recover == MayRecover::yes && model.filter.empty();
}

Model begin(std::vector<core::actions::CalledNotebook> all, MayRecover may_recover)
{
    Model model;
    model.all = std::move(all);
    model.shown = model.all;
    model.may_recover = may_recover;
    return model;
}

Effect update(Model& model, const sheet::Intent& intent)
{
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which);
    if (const auto* way = std::get_if<sheet::Way>(&intent)) {
        if (model.step == Step::card) return Effect::leave;
        if (way->which == 0 && leads_to_by_name(model)) return Effect::by_name;
        if (!model.filter.empty())
            filter(model, "");
        else
            ask(model, Step::filter);
    }
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (const auto* scanned = std::get_if<sheet::Scanned>(&intent)) {
        const bool wanted = model.step == Step::centre_card || model.step == Step::typed_card;
        return wanted ? take_card(model, scanned->line) : Effect::none;
    }
    if (const auto* stroke = std::get_if<sheet::Stroke>(&intent)) {
        const bool card = model.step == Step::typed_card;
        model.problem = Problem::none;
        if (!std::holds_alternative<widgets::Done>(stroke->stroke)) {
            model.typed.take(stroke->stroke, card ? centre_card::signs : core::people::CallName::longest);
        } else if (card) {
            return take_card(model, model.typed.text);
        } else {
            filter(model, std::string{model.typed.text});
        }
    }
    return Effect::none;
}

Effect update(Model& model, const code::Intent& intent)
{
    if (std::holds_alternative<code::Sign>(intent)) model.problem = Problem::none;
    if (!code::update(model.code, intent)) return Effect::none;
    if (model.step == Step::fresh) return take_fresh(model);
    auto typed = model.code.code();
    if (model.step == Step::code) {
        model.chosen = std::move(typed);
        ask(model, Step::working);
        return Effect::open;
    }
    if (!(*typed == *model.chosen)) {
        model.chosen.reset();
        ask(model, Step::fresh);
        model.problem = Problem::differ;
        return Effect::none;
    }
    ask(model, Step::working);
    return Effect::renew;
}

void shut_for(Model& model, std::chrono::seconds wait, ui::Instant now)
{
    model.shut = wait;
    model.shut_told = now;
}

void pass(Model& model, ui::Instant now)
{
    if (wait_left(model.shut, model.shut_told, now).count() == 0) model.shut = {};
}

void opened(Model& model) { ask(model, Step::working); }

void not_opened(Model& model, const core::actions::NotOpened& why, ui::Instant now)
{
    model.chosen.reset();
    ask(model, Step::code);
    model.tries_left = why.tries_left;
    model.wait = why.wait;
    model.wait_told = now;
    model.problem = why.wait.count() > 0 ? Problem::wait : Problem::wrong_code;
}

void recovered(Model& model) { ask(model, Step::kind); }

void not_recovered(Model& model, const core::actions::NotRecovered& why, std::string told)
{
    model.centre_card.reset();
    if (why.refused == core::actions::NotDone::other_centre) {
        ask(model, Step::centre_card);
        model.problem = Problem::other_centre;
        return;
    }
    tell(model, std::move(told));
}

void renewed(Model& model, core::people::Card card)
{
    model.centre_card.reset();
    model.chosen.reset();
    ask(model, Step::card);
    model.card = std::move(card);
}

void not_renewed(Model& model, core::actions::NotRenewed why)
{
    model.chosen.reset();
    const bool here = why == core::actions::NotRenewed::code_in_use;
    ask(model, model.centre_card && here ? Step::fresh : Step::how);
    if (here) model.problem = Problem::weak_here;
}

void tell(Model& model, std::string told)
{
    ask(model, Step::told);
    model.told = std::move(told);
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::list:
    case Step::working:
    case Step::card:
        return false;
    case Step::filter:
    case Step::one:
    case Step::told:
        ask(model, Step::list);
        return true;
    case Step::how:
        ask(model, Step::one);
        return true;
    case Step::kind:
        model.centre_card.reset();
        ask(model, Step::how);
        return true;
    case Step::centre_card:
        ask(model, Step::how);
        return true;
    case Step::typed_card:
        ask(model, Step::centre_card);
        return true;
    case Step::code:
    case Step::fresh:
        ask(model, Step::kind);
        return true;
    case Step::again:
        model.chosen.reset();
        ask(model, Step::fresh);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::books
