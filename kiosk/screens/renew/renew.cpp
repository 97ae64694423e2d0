// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/renew/renew.hpp"

namespace frikort::kiosk::screens::renew {

using core::actions::NotRenewed;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = nullptr;
    model.code.forget();
    model.list = {};
}

Effect take_code(Model& model)
{
    auto choice = model.code.choice();
    if (!choice) {
        using core::people::WeakCode;
        model.problem = choice.error() == WeakCode::date  ? "new.weak.date"
                        : choice.error() == WeakCode::run ? "new.weak.run"
                                                          : "new.weak.repetition";
        model.code.forget();
        return Effect::none;
    }
    model.chosen = std::move(*choice);
    ask(model, Step::again);
    return Effect::none;
}

Effect take_again(Model& model)
{
    if (*model.code.code() == *model.chosen) {
        ask(model, Step::making);
        return Effect::make;
    }
    model.chosen.reset();
    ask(model, Step::code);
    model.problem = "new.differ";
    return Effect::none;
}

Effect go_on(Model& model)
{
    if (model.problem != nullptr) {
        model.problem = nullptr;
        model.list = {};
    } else if (model.step == Step::told) {
        ask(model, Step::kind);
    } else {
        return Effect::leave;
    }
    return Effect::none;
}

} // namespace

Model begin(Renewing what, const std::optional<core::people::Card>& opened_with)
{
    Model model;
    model.what = what;
    if (what == Renewing::code) model.kept = opened_with;
    return model;
}

Effect update(Model& model, const Intent& intent)
{
    if (std::holds_alternative<Go>(intent)) return go_on(model);
    if (const auto* choice = std::get_if<Choose>(&intent)) {
        if (model.step == Step::kind) {
            model.code.kind = choice->choice == 0 ? code::Kind::digits : code::Kind::pictures;
            ask(model, Step::code);
        } else {
            model.keeping = static_cast<card::Keeping>(choice->choice);
            ask(model, Step::card);
        }
        return Effect::none;
    }
    const auto& sign = std::get<Signed>(intent).intent;
    if (std::holds_alternative<code::Sign>(sign)) model.problem = nullptr;
    if (!code::update(model.code, sign)) return Effect::none;
    return model.step == Step::code ? take_code(model) : take_again(model);
}

void made(Model& model, core::people::Card card)
{
    model.chosen.reset();
    model.card = std::move(card);
    ask(model, model.kept ? Step::done : Step::keep);
}

void not_made(Model& model, NotRenewed why)
{
    model.chosen.reset();
    model.refused = why;
    const bool another_code = why == NotRenewed::code_in_use || why == NotRenewed::same_code;
    ask(model, another_code ? Step::code : Step::refused);
    if (another_code) model.problem = why == NotRenewed::same_code ? "renew.same_code" : "new.weak.here";
}

bool may_go_back(const Model& model)
{
    return model.step != Step::making && (!model.card || model.step == Step::card);
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::told:
    case Step::making:
    case Step::keep:
    case Step::done:
    case Step::refused:
        return false;
    case Step::kind:
        ask(model, Step::told);
        return true;
    case Step::code:
        ask(model, Step::kind);
        return true;
    case Step::again:
        model.chosen.reset();
        ask(model, Step::code);
        return true;
    case Step::card:
        ask(model, Step::keep);
        return true;
    }
    return false;
}

} // namespace frikort::kiosk::screens::renew
