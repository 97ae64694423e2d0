// SPDX-License-Identifier: MPL-2.0
#include "core/base/must.hpp"
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/learn/learn.hpp"
#include "kiosk/screens/log_pay/typed.hpp"
#include "kiosk/screens/pay_guide/pay_guide.hpp"

namespace frikort::kiosk::screens::pay_guide {

using core::content::Texts;

namespace {

std::string told(Problem problem, const Texts& texts)
{
    switch (problem) {
    case Problem::none:
        break;
    case Problem::no_number:
        return texts("log.wrong.not_a_number");
    case Problem::too_many_hours:
        return texts("pay_guide.wrong.too_many_hours");
    case Problem::too_much:
        return texts("pay_guide.wrong.too_much");
    case Problem::too_precise:
        return texts("log.wrong.too_precise");
    }
    return {};
}

void put_in_all(Thought& thought, std::string_view name, const std::string& value)
{
    for (auto& sentence : thought.sentences) put_in(sentence, name, value);
}

core::guide::Plan plan_of(const Model& model)
{
    const auto minutes = minutes_a_week(model.hours);
    const auto rate = an_hour(model.rate);
    core::base::must(minutes && rate); // each question lets only what can be read pass
    return {*minutes, *rate};
}

void fill_typing(View& view, const Model& model, const core::content::PageStep& question, const Texts& texts)
{
    const auto separators = separators_of(texts);
    view.title = question.heading;
    view.wrong = model.problem != Problem::none;
    view.told = view.wrong ? told(model.problem, texts) : question.text();
    view.action = texts("action.next");
    view.again = texts("action.again");
    if (model.step == Step::hours) {
        const auto hours = log_pay::shown_hours(model.hours, separators);
        view.field = model.hours.empty() ? "" : texts("log.hours.field", {{"hours", hours}});
        view.unit = texts("log.hours.unit");
    } else {
        view.field = log_pay::shown_amount(model.rate, separators);
        view.unit = texts("log.amount.unit");
        view.privacy = ui::Privacy::personal;
    }
}

void fill_sum(View& view, const core::guide::Plan& plan, const core::guide::PayWords& words,
              const core::content::Links& links, const Texts& texts)
{
    const auto sum = core::guide::sum_of(plan);
    view.thought = learn::thought_of(words.sum(), links, texts);
    view.thought->lines = Thought::Lines::one_each;
    put_in_all(*view.thought, "{hours}", time_text(plan.minutes_a_week, texts));
    put_in_all(*view.thought, "{rate}", amount_text(plan.an_hour, texts));
    put_in_all(*view.thought, "{month}", amount_text(sum.month, texts));
    put_in_all(*view.thought, "{total}", amount_text(sum.year, texts));
}

void fill_limit(View& view, const core::guide::Beside& beside, int year, const core::guide::PayWords& words,
                const core::content::Links& links, const Texts& texts)
{
    view.thought = learn::thought_of(words.beside(beside), links, texts);
    put_in_all(*view.thought, "{asked}", std::to_string(year));
    if (!beside.known) return;
    put_in_all(*view.thought, "{year}", std::to_string(beside.known->year));
    put_in_all(*view.thought, "{limit}", amount_text(beside.known->limit, texts));
    const auto difference = amount_text(beside.left.magnitude(), texts);
    put_in_all(*view.thought, "{left}", difference);
    put_in_all(*view.thought, "{over}", difference);
}

} // namespace

View view(const Model& model, const core::guide::PayWords& words, const core::content::Links& links,
          const core::allowance::Allowances& allowances, int year, const Texts& texts)
{
    View view;
    view.title = words.page().title;
    const auto number = [&](int n) { return texts("log.step", {{"n", std::to_string(n)}, {"of", "2"}}); };
    switch (model.step) {
    case Step::hours:
        fill_typing(view, model, words.hours(), texts);
        view.corner = number(1);
        return view;
    case Step::rate:
        fill_typing(view, model, words.rate(), texts);
        view.corner = number(2);
        return view;
    case Step::sum:
        fill_sum(view, plan_of(model), words, links, texts);
        view.next = texts("action.next");
        break;
    case Step::limit:
        fill_limit(view, core::guide::beside_limit(core::guide::sum_of(plan_of(model)), allowances, year),
                   year, words, links, texts);
        view.next = texts("learn.done");
        view.about_limit = texts("limit.title");
        break;
    }
    view.thought->privacy = ui::Privacy::personal;
    return view;
}

} // namespace frikort::kiosk::screens::pay_guide
