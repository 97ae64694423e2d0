// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/pay_guide/pay_guide.hpp"

#include "kiosk/screens/log_pay/typed.hpp"

namespace frikort::kiosk::screens::pay_guide {

using core::base::no;
using core::base::Result;
using core::money::Money;

namespace {

void show(Model& model, Step step)
{
    model.step = step;
    model.problem = Problem::none;
    model.list = {};
}

std::string& typed_in(Model& model) { return model.step == Step::hours ? model.hours : model.rate; }

// More than nothing, with at most two digits behind the comma.
Result<Money, Problem> number_typed(const std::string& typed, Problem too_large)
{
    using core::money::Unreadable;
    const auto number = Money::parse(typed);
    if (number) return *number;
    if (number.error() == Unreadable::too_large) return no(too_large);
    return no(number.error() == Unreadable::too_many_decimals ? Problem::too_precise : Problem::no_number);
}

void press(Model& model, widgets::PadKey key)
{
    if (key == widgets::PadKey::action) {
        const auto problem = [](const auto& number) { return number ? Problem::none : number.error(); };
        model.problem =
            model.step == Step::hours ? problem(minutes_a_week(model.hours)) : problem(an_hour(model.rate));
        if (model.problem == Problem::none) show(model, model.step == Step::hours ? Step::rate : Step::sum);
        return;
    }
    model.problem = Problem::none;
    auto& typed = typed_in(model);
    if (key == widgets::PadKey::erase) {
        if (!typed.empty()) typed.pop_back();
        return;
    }
    const auto sign = widgets::character_of(key);
    if (!sign) return;
    const auto as = model.step == Step::hours ? log_pay::Step::hours : log_pay::Step::amount;
    typed = log_pay::with_sign(typed, *sign, as);
}

} // namespace

Result<int, Problem> minutes_a_week(const std::string& typed)
{
    const auto hours = number_typed(typed, Problem::too_many_hours); // hundredths of an hour, as if øre
    if (!hours) return no(hours.error());
    const auto minutes = (hours->in_ore() * 60 + 50) / 100;
    if (minutes > core::guide::most_minutes_a_week) return no(Problem::too_many_hours);
    return static_cast<int>(minutes);
}

Result<Money, Problem> an_hour(const std::string& typed)
{
    const auto rate = number_typed(typed, Problem::too_much);
    if (rate && *rate > core::guide::most_an_hour) return no(Problem::too_much);
    return rate;
}

Effect update(Model& model, const Intent& intent)
{
    if (const auto* pad = std::get_if<Pad>(&intent)) {
        press(model, pad->key);
        return Effect::none;
    }
    if (std::holds_alternative<Read>(intent)) {
        model.problem = Problem::none;
        return Effect::none;
    }
    if (std::holds_alternative<AboutLimit>(intent)) return Effect::about_limit;
    if (model.step == Step::limit) return Effect::leave;
    show(model, Step::limit);
    return Effect::none;
}

bool back(Model& model)
{
    if (model.step == Step::hours) return false;
    show(model, static_cast<Step>(static_cast<int>(model.step) - 1));
    return true;
}

} // namespace frikort::kiosk::screens::pay_guide
