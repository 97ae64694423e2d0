// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/set_up/set_up.hpp"

#include "core/people/base32.hpp"
#include "core/people/call_name.hpp"

namespace frikort::kiosk::screens::set_up {

using core::people::SetUpCode;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.typed.forget();
    model.list = {};
}

// The card's last letters as they stand on it, without the gaps.
core::people::Wiped last_letters(const core::people::CentreCard& card)
{
    const auto text = card.text();
    core::people::Wiped letters;
    for (const char sign : text.view())
        if (sign != ' ') letters.append({&sign, 1});
    return core::people::Wiped{letters.view().substr(letters.size() - proved_letters)};
}

Effect take(Model& model)
{
    switch (model.step) {
    case Step::code:
        model.code = SetUpCode::typed(model.typed.text);
        model.typed.forget();
        return Effect::check;
    case Step::name: {
        auto name = core::people::free_text(model.typed.text, core::centre::longest_name);
        if (!name) {
            const bool cpr = name.error() == core::people::Unfit::looks_like_cpr;
            model.typed.forget();
            model.problem = cpr ? Problem::cpr : Problem::no_name;
            return Effect::none;
        }
        model.name = std::move(*name);
        ask(model, Step::own);
        return Effect::none;
    }
    case Step::prove: {
        const auto letters = core::people::spelled_base32(model.typed.text);
        if (!letters || !(*letters == last_letters(*model.card))) {
            model.typed.forget();
            model.problem = Problem::not_kept;
            return Effect::none;
        }
        ask(model, Step::making);
        return Effect::found;
    }
    default:
        return Effect::none;
    }
}

std::size_t most(Step step)
{
    return step == Step::code    ? SetUpCode::letters
           : step == Step::prove ? proved_letters
                                 : core::centre::longest_name;
}

} // namespace

Model begin(core::actions::SetUp state)
{
    Model model;
    model.step = state == core::actions::SetUp::invited ? Step::code : Step::not_invited;
    return model;
}

Effect update(Model& model, const sheet::Intent& intent)
{
    if (model.step == Step::own) {
        auto code = own_code::update(model.own, intent, model.name);
        if (!code) return Effect::none;
        model.chosen = std::move(*code);
        ask(model, Step::card);
        return Effect::make_card;
    }
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Problem::none;
    if (model.step == Step::card && std::holds_alternative<sheet::Way>(intent)) ask(model, Step::prove);
    const auto* stroke = std::get_if<sheet::Stroke>(&intent);
    if (stroke == nullptr) return Effect::none;
    model.problem = Problem::none;
    if (std::holds_alternative<widgets::Done>(stroke->stroke)) return take(model);
    model.typed.take(stroke->stroke, most(model.step));
    return Effect::none;
}

void checked(Model& model, const core::base::Result<void, core::actions::NotOpened>& result)
{
    if (result) {
        ask(model, Step::name);
        return;
    }
    model.wait = result.error().wait;
    model.problem = model.wait.count() > 0 ? Problem::wait : Problem::wrong_code;
}

void not_founded(Model& model)
{
    model = begin(core::actions::SetUp::invited);
    model.problem = Problem::wrong_code;
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::not_invited:
    case Step::code:
    case Step::making:
        return false;
    case Step::name:
        ask(model, Step::code);
        return true;
    case Step::own:
        if (!own_code::back(model.own)) ask(model, Step::name);
        return true;
    case Step::card:
        model.card.reset();
        model.own = {};
        ask(model, Step::own);
        return true;
    case Step::prove:
        ask(model, Step::card);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::set_up
