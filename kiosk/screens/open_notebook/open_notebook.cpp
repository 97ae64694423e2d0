// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/open_notebook/open_notebook.hpp"

#include "core/base/text.hpp"

namespace frikort::kiosk::screens::open_notebook {

using core::people::Card;
using core::people::Misread;

namespace {

constexpr std::size_t card_signs = Card::number_letters + Card::secret_letters + 1;

void take_card(Model& model, const std::string& letters)
{
    auto card = Card::read(letters);
    if (card) {
        model.card = std::move(*card);
        model.step = Step::code;
        model.problem = Problem::none;
        core::base::wipe(model.typed);
        return;
    }
    switch (card.error()) {
    case Misread::empty:
    case Misread::not_a_card:
        model.problem = Problem::not_a_card;
        break;
    case Misread::wrong_length:
        model.problem = Problem::wrong_length;
        break;
    case Misread::check_failed:
        model.problem = Problem::mistyped;
        break;
    }
}

void take_name(Model& model)
{
    auto name = core::people::CallName::from(model.typed);
    if (name) {
        model.name = std::move(*name);
        model.step = Step::code;
        model.problem = Problem::none;
    } else {
        const bool cpr = name.error() == core::people::Unfit::looks_like_cpr;
        model.problem = cpr ? Problem::cpr : Problem::bad_name;
        model.typed.clear();
    }
}

Effect type(Model& model, const widgets::Keystroke& stroke)
{
    const bool card = model.step == Step::typed_card;
    if (std::holds_alternative<widgets::Done>(stroke)) {
        if (card)
            take_card(model, model.typed);
        else
            take_name(model);
        return Effect::none;
    }
    model.problem = Problem::none;
    model.typed =
        widgets::spelled(std::move(model.typed), stroke, card ? card_signs : core::people::CallName::longest);
    return Effect::none;
}

} // namespace

Model::~Model() { core::base::wipe(typed); }

Model begin(By by, std::optional<Card> scanned, core::actions::Names names)
{
    Model model;
    model.by = by;
    model.step = by == By::name ? Step::name : scanned ? Step::code : Step::hold_card;
    if (by == By::name) names_are(model, names);
    model.card = std::move(scanned);
    return model;
}

Effect update(Model& model, const Intent& intent)
{
    if (std::holds_alternative<TypeCard>(intent)) {
        model.step = Step::typed_card;
        model.problem = Problem::none;
    } else if (const auto* scanned = std::get_if<Scanned>(&intent)) {
        take_card(model, scanned->line);
    } else if (const auto* stroke = std::get_if<Stroke>(&intent)) {
        return type(model, stroke->stroke);
    } else if (const auto* sign = std::get_if<Signed>(&intent)) {
        if (model.problem != Problem::wait) model.problem = Problem::none;
        if (code::update(model.code, sign->intent)) {
            model.step = Step::opening;
            return Effect::open;
        }
    } else if (std::holds_alternative<Read>(intent)) {
        model.problem = Problem::none;
        model.list = {};
    } else if (std::holds_alternative<TryAgain>(intent) && model.step == Step::not_fetched) {
        model.step = Step::opening;
        model.problem = Problem::none;
        model.list = {};
        return Effect::open;
    } else if (std::holds_alternative<TryAgain>(intent)) {
        model = begin(model.by, std::nullopt);
    } else if (std::holds_alternative<MakeNew>(intent)) {
        return Effect::make_new;
    } else if (std::holds_alternative<UseCard>(intent)) {
        return Effect::use_card;
    }
    return Effect::none;
}

void not_opened(Model& model, const core::actions::NotOpened& why, ui::Instant now)
{
    using Why = core::actions::NotOpened::Why;
    model.code.forget();
    model.step = Step::code;
    model.tries_left = why.tries_left;
    model.wait = why.wait;
    model.wait_told = now;
    switch (why.why) {
    case Why::wrong_code:
        model.problem = why.wait.count() > 0 ? Problem::wait : Problem::wrong_code;
        break;
    case Why::wait:
        model.problem = Problem::wait;
        break;
    case Why::damaged:
        model.problem = Problem::damaged;
        break;
    case Why::not_yet:
        model.step = Step::not_yet;
        model.problem = Problem::none;
        break;
    case Why::off:
        model.step = Step::off;
        model.problem = Problem::none;
        break;
    case Why::unknown:
        if (model.by == By::card)
            model.step = Step::unknown_card;
        else
            model.problem = why.wait.count() > 0 ? Problem::wait : Problem::unknown_name;
        break;
    }
}

void not_fetched(Model& model, const Fetching::Answer& answer, ui::Instant now)
{
    using Is = Fetching::Answer::Is;
    using Why = core::actions::NotOpened::Why;
    switch (answer.is) {
    case Is::here:
        return;
    case Is::unknown_card:
        return not_opened(model, {Why::unknown}, now);
    case Is::wrong_code:
        return not_opened(model, {Why::wrong_code, answer.tries_left, answer.wait}, now);
    case Is::wait:
        return not_opened(model, {Why::wait, 0, answer.wait}, now);
    case Is::no_net:
    case Is::busy:
        model.step = Step::not_fetched; // the code stays: it is tried again with one touch
        model.problem = answer.is == Is::busy ? Problem::busy : Problem::no_net;
    }
}

void names_are(Model& model, core::actions::Names names)
{
    using core::actions::Names;
    model.step = names == Names::off ? Step::off : names == Names::not_yet ? Step::not_yet : Step::name;
}

bool back(Model& model)
{
    if (model.step == Step::not_yet || model.step == Step::off) return false;
    const auto first = model.by == By::card ? Step::hold_card : Step::name;
    if (model.step == first) return false;
    model.code.forget();
    model.problem = Problem::none;
    model.step = first;
    return true;
}

} // namespace frikort::kiosk::screens::open_notebook
