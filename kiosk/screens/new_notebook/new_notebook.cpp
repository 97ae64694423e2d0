// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/new_notebook/new_notebook.hpp"

namespace frikort::kiosk::screens::new_notebook {

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.code.forget();
    model.list = {};
}

Effect take_name(Model& model)
{
    auto name = core::people::CallName::from(model.typed);
    if (!name) {
        const bool cpr = name.error() == core::people::Unfit::looks_like_cpr;
        model.problem = cpr ? Problem::cpr : Problem::no_name;
        model.typed.clear();
        return Effect::none;
    }
    model.name = std::move(*name);
    ask(model, Step::kind);
    return Effect::none;
}

Effect take_code(Model& model)
{
    auto choice = model.code.choice();
    if (!choice) {
        using core::people::WeakCode;
        model.problem = choice.error() == WeakCode::date  ? Problem::weak_date
                        : choice.error() == WeakCode::run ? Problem::weak_run
                                                          : Problem::weak_repetition;
        model.code.forget();
        return Effect::none;
    }
    model.chosen = std::move(*choice);
    ask(model, Step::again);
    return Effect::none;
}

Effect take_again(Model& model)
{
    if (!(*model.code.code() == *model.chosen)) {
        ask(model, Step::code);
        model.chosen.reset();
        model.problem = Problem::differ;
        return Effect::none;
    }
    ask(model, model.recovery_asked ? Step::recovery : Step::making);
    return model.recovery_asked ? Effect::none : Effect::make;
}

Effect choose(Model& model, std::size_t choice)
{
    if (model.step == Step::kind) {
        model.code.kind = choice == 0 ? code::Kind::digits : code::Kind::pictures;
        ask(model, Step::code);
    } else if (model.step == Step::recovery) {
        model.recovery = choice == 0 ? core::actions::Recovery::yes : core::actions::Recovery::no;
        ask(model, Step::making);
        return Effect::make;
    } else if (model.step == Step::keep) {
        model.keeping = choice == 0 ? Keeping::phone : choice == 1 ? Keeping::staff : Keeping::name;
        ask(model, Step::card);
    }
    return Effect::none;
}

} // namespace

Effect update(Model& model, const Intent& intent)
{
    if (const auto* stroke = std::get_if<Stroke>(&intent)) {
        if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take_name(model);
        model.problem = Problem::none;
        model.typed =
            widgets::spelled(std::move(model.typed), stroke->stroke, core::people::CallName::longest);
    } else if (const auto* choice = std::get_if<Choose>(&intent)) {
        return choose(model, choice->choice);
    } else if (const auto* sign = std::get_if<Signed>(&intent)) {
        if (std::holds_alternative<code::Sign>(sign->intent)) model.problem = Problem::none;
        if (code::update(model.code, sign->intent))
            return model.step == Step::code ? take_code(model) : take_again(model);
    } else if (std::holds_alternative<Again>(intent)) {
        model.problem = Problem::none;
        model.list = {};
    } else if (model.step == Step::card) {
        return Effect::enter;
    }
    return Effect::none;
}

void made(Model& model, core::people::Card card, core::actions::Names names)
{
    model.names = names;
    model.card = std::move(card);
    model.chosen.reset();
    ask(model, Step::keep);
}

void not_made(Model& model, core::actions::NotMade why)
{
    model.chosen.reset();
    if (why == core::actions::NotMade::code_in_use) {
        ask(model, Step::code);
        model.problem = Problem::weak_here;
        return;
    }
    model.unused.reset(); // a fresh card is made instead
    ask(model, Step::kind);
    model.problem = Problem::card_in_use;
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::name:
    case Step::making:
    case Step::keep:
        return false;
    case Step::kind:
        ask(model, Step::name);
        return true;
    case Step::code:
        ask(model, Step::kind);
        return true;
    case Step::again:
    case Step::recovery:
        model.chosen.reset();
        ask(model, Step::code);
        return true;
    case Step::card:
        ask(model, Step::keep);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::new_notebook
