// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/view.hpp"

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/log_pay/typed.hpp"

namespace frikort::kiosk::screens::log_pay {

using core::base::Date;
using core::content::Texts;

namespace {

constexpr std::size_t most_places = 4; // with the two others they make two columns of three

std::string step_of_four(const Model& model, int step, const Texts& texts)
{
    if (model.checking) return {};
    return texts("log.step", {{"n", std::to_string(step)}, {"of", "4"}});
}

std::string told(Problem problem, const Texts& texts)
{
    switch (problem) {
    case Problem::none:
        return {};
    case Problem::future_day:
        return texts("log.wrong.future_day");
    case Problem::cpr:
        return texts("wrong.cpr");
    case Problem::no_place:
        return texts("log.wrong.no_place");
    case Problem::no_amount:
        return texts("log.wrong.no_amount");
    case Problem::not_a_number:
        return texts("log.wrong.not_a_number");
    case Problem::too_large:
        return texts("log.wrong.too_large");
    case Problem::too_precise:
        return texts("log.wrong.too_precise");
    case Problem::too_many_hours:
        return texts("log.wrong.too_many_hours");
    case Problem::refused:
        return texts("refused.not_allowed");
    }
    return {};
}

void day_choices(View& view, const Day& day, const Texts& texts)
{
    static constexpr const char* names[] = {"log.day.today", "log.day.yesterday", "log.day.before_yesterday"};
    for (int ago = 0; ago < 5; ++ago) {
        const auto date = day.today.plus_days(-ago);
        const auto name =
            ago < 3 ? texts(names[ago]) : capitalised(core::content::weekday(texts, date.weekday()));
        view.choices.push_back({name, day_and_month(date, texts), ui::Icon::none, PickDay{date}});
    }
    view.choices.push_back(
        {texts("log.day.another"), texts("log.day.another.detail"), ui::Icon::none, AnotherDay{}});
}

void date_choices(View& view, const Model& model, const Day& day)
{
    for (int number = 1; number <= core::base::days_in_month(*model.year, *model.month); ++number) {
        const auto date = *Date::from(*model.year, *model.month, number);
        const bool later = day.trusted && date > day.today;
        view.choices.push_back({std::to_string(number),
                                {},
                                ui::Icon::none,
                                PickDay{date},
                                later ? ui::Enabled::no : ui::Enabled::yes});
    }
}

void month_choices(View& view, const Model& model, const Day& day, const Texts& texts)
{
    for (int month = 1; month <= 12; ++month) {
        const bool later = day.trusted && *Date::from(*model.year, month, 1) > day.today;
        view.choices.push_back({capitalised(core::content::month(texts, month)),
                                {},
                                ui::Icon::none,
                                PickMonth{month},
                                later ? ui::Enabled::no : ui::Enabled::yes});
    }
}

void place_choices(View& view, const Offers& offers, const Texts& texts)
{
    for (std::size_t i = 0; i < offers.places.size() && i < most_places; ++i)
        view.choices.push_back({offers.places[i], {}, ui::Icon::shop, PickPlace{Place{offers.places[i]}}});
    const bool first = offers.places.empty();
    view.choices.push_back(
        {texts(first ? "log.place.write" : "log.place.another"), {}, ui::Icon::edit, AnotherPlace{}});
    view.choices.push_back({texts("log.place.not_told"), {}, ui::Icon::close, PickPlace{Place{}}});
}

void fill_check(View& view, const Model& model, const Texts& texts)
{
    const auto& answers = model.answers;
    view.change = texts("log.change");
    view.save = texts("log.save");
    view.cards = {
        {Step::day, ui::Icon::calendar, texts("log.card.day"), date_text(*answers.paid, texts),
         short_date_text(*answers.paid, texts)},
        {Step::place, ui::Icon::shop, texts("log.card.place"), place_text(answers.place->name, texts), {}},
        {Step::hours, ui::Icon::clock, texts("log.card.time"), time_text(answers.worked->minutes, texts), {}},
        {Step::amount,
         ui::Icon::money,
         texts("log.card.amount"),
         amount_text(*amount_of(answers), texts),
         {},
         ui::Privacy::personal}};
}

void fill_typing(View& view, const Model& model, const Texts& texts)
{
    const auto separators = separators_of(texts);
    view.action = texts("action.next");
    if (model.step == Step::typed_place) {
        view.field = model.typed;
        view.field_name = view.title;
        view.space = texts("keyboard.space");
        view.erase = texts("keyboard.erase");
        view.digits = texts("keyboard.digits");
        view.letters = texts("keyboard.letters");
    } else if (model.step == Step::hours) {
        const auto hours = shown_hours(model.typed, separators);
        view.field = model.typed.empty() ? "" : texts("log.hours.field", {{"hours", hours}});
        view.field_name = view.title;
        view.unit = texts("log.hours.unit");
        view.extra = texts("log.hours.not_known");
    } else {
        view.field = shown_amount(model.typed, separators);
        view.field_name = view.title;
        view.unit = texts("log.amount.unit");
        if (!view.wrong) view.told = texts("log.amount.hint");
    }
}

} // namespace

View view(const Model& model, const Day& day, const Offers& offers, const Texts& texts)
{
    View view;
    view.step = model.step;
    view.wrong = model.problem != Problem::none;
    view.told = told(model.problem, texts);
    view.again = texts("action.again");
    const auto question = [&](const char* title, int step) {
        view.title = texts(title);
        view.corner = step_of_four(model, step, texts);
    };
    switch (model.step) {
    case Step::resume:
        view.title = texts("log.resume.title");
        view.told = texts("log.resume.told");
        view.yes = texts("log.resume.yes");
        view.no_ = texts("log.resume.no");
        break;
    case Step::day:
        question("log.day.title", 1), day_choices(view, day, texts);
        break;
    case Step::year:
        question("log.year.title", 1);
        for (const int year : offers.years)
            view.choices.push_back({std::to_string(year), {}, ui::Icon::none, PickYear{year}});
        break;
    case Step::month:
        question("log.month.title", 1), month_choices(view, model, day, texts);
        break;
    case Step::date:
        question("log.date.title", 1), date_choices(view, model, day);
        break;
    case Step::old_day:
        view.title = texts("log.sure.title");
        view.told = texts("log.old_day.told", {{"day", date_text(*model.answers.paid, texts)}});
        view.yes = texts("log.old_day.yes");
        view.no_ = texts("log.old_day.no");
        break;
    case Step::place:
        question("log.place.title", 2), place_choices(view, offers, texts);
        break;
    case Step::typed_place:
        question("log.typed_place.title", 2), fill_typing(view, model, texts);
        break;
    case Step::hours:
        question("log.hours.title", 3), fill_typing(view, model, texts);
        break;
    case Step::amount:
        question("log.amount.title", 4), fill_typing(view, model, texts);
        break;
    case Step::large_amount:
        view.title = texts("log.sure.title");
        view.told = texts("log.large.told", {{"amount", amount_text(*amount_of(model.answers), texts)}});
        view.amount_shown = true;
        view.yes = texts("log.large.yes");
        view.no_ = texts("log.large.no");
        break;
    case Step::check:
        view.title = texts("log.check.title"), fill_check(view, model, texts);
        break;
    case Step::saved:
        view.title = texts(model.purpose == Purpose::fresh ? "log.saved.title" : "log.saved.corrected");
        if (model.where.empty())
            view.told = texts("log.saved.told", {{"amount", amount_text(*amount_of(model.answers), texts)},
                                                 {"day", date_text(*model.answers.paid, texts)}});
        else
            view.told = "**" + amount_text(*amount_of(model.answers), texts) + "**\n" +
                        date_text(*model.answers.paid, texts) + "\n" + model.where;
        view.amount_shown = true;
        view.yes = texts("log.saved.finish");
        view.no_ = model.purpose == Purpose::fresh ? texts("log.saved.another") : "";
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::log_pay
