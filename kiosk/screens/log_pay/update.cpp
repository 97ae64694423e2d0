// SPDX-License-Identifier: MPL-2.0
#include "core/base/text.hpp"
#include "core/people/call_name.hpp"
#include "kiosk/screens/log_pay/steps.hpp"
#include "kiosk/screens/log_pay/typed.hpp"

namespace frikort::kiosk::screens::log_pay {

using core::base::Date;

namespace {

// The next question that has no answer yet; the check when all have one.
Effect go_on(Model& model)
{
    const auto& answers = model.answers;
    if (whole(answers))
        ask(model, Step::check);
    else if (!answers.place)
        ask(model, Step::place);
    else if (!answers.worked)
        ask(model, Step::hours);
    else
        ask(model, Step::amount);
    return model.purpose == Purpose::fresh ? Effect::keep_draft : Effect::none;
}

Effect take_day(Model& model, Date picked, const Day& day)
{
    if (day.trusted && picked > day.today) {
        model.problem = Problem::future_day;
        return Effect::none;
    }
    model.answers.paid = picked;
    if (day.trusted && picked.plus_years(2) < day.today) {
        ask(model, Step::old_day);
        return Effect::none;
    }
    return go_on(model);
}

Effect take_place(Model& model)
{
    using core::people::Unfit;
    auto place = core::people::free_text(model.typed, core::notebook::longest_place);
    if (!place) {
        model.problem = place.error() == Unfit::looks_like_cpr ? Problem::cpr : Problem::no_place;
        model.typed.clear();
        return Effect::none;
    }
    model.answers.place = Place{std::move(*place)};
    return go_on(model);
}

Effect take_number(Model& model)
{
    if (model.step == Step::hours) {
        const auto minutes = minutes_typed(model.typed);
        if (!minutes) {
            model.problem = minutes.error();
            return Effect::none;
        }
        model.answers.worked = Worked{*minutes};
        return go_on(model);
    }
    const auto amount = amount_typed(model.typed);
    if (!amount) {
        model.problem = amount.error();
        return Effect::none;
    }
    model.answers.amount = model.typed;
    if (*amount > asked_about) {
        ask(model, Step::large_amount);
        return Effect::none;
    }
    return go_on(model);
}

Effect press(Model& model, widgets::PadKey key)
{
    if (key == widgets::PadKey::action) return take_number(model);
    model.problem = Problem::none;
    if (key == widgets::PadKey::erase) {
        if (!model.typed.empty()) model.typed.pop_back();
        return Effect::none;
    }
    model.typed = with_sign(model.typed, *widgets::character_of(key), model.step);
    return Effect::none;
}

Effect answered_unsure(Model& model, const Day& day)
{
    if (model.step == Step::large_amount) {
        model.answers.amount.clear();
        ask(model, Step::amount);
    } else {
        model.answers.paid.reset();
        ask(model, first_step(day));
    }
    return Effect::none;
}

Effect change(Model& model, Step step, const Day& day)
{
    model.checking = true;
    ask(model, step == Step::day ? first_step(day) : step);
    return Effect::none;
}

Effect another(Model& model, const Day& day)
{
    const auto place = model.answers.place;
    model.answers = {};
    model.answers.place = place;
    model.checking = false;
    ask(model, first_step(day));
    return Effect::none;
}

template <class... Ts>
struct Match : Ts... {
    using Ts::operator()...;
};

} // namespace

Effect update(Model& model, const Intent& intent, const Day& day)
{
    return std::visit(
        Match{
            [&](const PickDay& pick) { return take_day(model, pick.day, day); },
            [&](const AnotherDay&) { return ask(model, Step::year), Effect::none; },
            [&](const PickYear& pick) {
                return model.year = pick.year, ask(model, Step::month), Effect::none;
            },
            [&](const PickMonth& pick) {
                return model.month = pick.month, ask(model, Step::date), Effect::none;
            },
            [&](const PickPlace& pick) { return model.answers.place = pick.place, go_on(model); },
            [&](const AnotherPlace&) { return ask(model, Step::typed_place), Effect::none; },
            [&](const Stroke& stroke) {
                if (std::holds_alternative<widgets::Done>(stroke.stroke)) return take_place(model);
                model.typed = widgets::spelled(model.typed, stroke.stroke, core::notebook::longest_place);
                model.problem = Problem::none;
                return Effect::none;
            },
            [&](const Pad& pad) { return press(model, pad.key); },
            [&](const NotKnown&) { return model.answers.worked = Worked{}, go_on(model); },
            [&](const Sure&) { return go_on(model); },
            [&](const NotSure&) { return answered_unsure(model, day); },
            [&](const Change& which) { return change(model, which.step, day); },
            [&](const Resume&) {
                if (!model.answers.paid) return ask(model, first_step(day)), Effect::none;
                return go_on(model), Effect::none;
            },
            [&](const Drop&) { return model.answers = {}, ask(model, first_step(day)), Effect::drop_draft; },
            [&](const Save&) { return whole(model.answers) ? Effect::save : Effect::none; },
            [&](const Another&) { return another(model, day); },
            [&](const Finish&) { return Effect::leave; },
            [&](const Read&) { return model.problem = Problem::none, Effect::none; },
        },
        intent);
}

} // namespace frikort::kiosk::screens::log_pay
