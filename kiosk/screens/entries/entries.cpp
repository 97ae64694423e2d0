// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/entries/entries.hpp"

#include <algorithm>

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"
#include "kiosk/screens/happened.hpp"

namespace frikort::kiosk::screens::entries {

using core::content::Texts;

namespace {

void fill_years(View& view, int year, const core::notebook::Book& book, const Texts&)
{
    for (const int other : book.years()) {
        if (other < year && other > view.earlier_year) view.earlier_year = other;
        if (other > year && (view.later_year == 0 || other < view.later_year)) view.later_year = other;
    }
    if (view.earlier_year != 0) view.earlier = std::to_string(view.earlier_year);
    if (view.later_year != 0) view.later = std::to_string(view.later_year);
}

void fill_months(View& view, const core::notebook::Year& year, const Texts& texts)
{
    view.chart = texts("entries.chart", {{"year", std::to_string(year.year)}});
    view.sum = texts("entries.sum", {{"sum", amount_text(year.sum, texts)}});
    view.most = amount_text(*std::max_element(year.months.begin(), year.months.end()), texts);
    for (int month = 1; month <= 12; ++month) {
        const auto i = static_cast<std::size_t>(month - 1);
        view.months[i] = year.months[i].in_ore();
        view.letters[i] = capitalised(core::content::month(texts, month)).substr(0, 1);
        view.told[i] = texts("entries.month", {{"month", capitalised(core::content::month(texts, month))},
                                               {"amount", amount_text(year.months[i], texts)}});
    }
}

std::string by_text(const core::notebook::Entry& entry, const Staff& staff, const Texts& texts)
{
    if (!entry.by) return {};
    return " · " + texts(staff.is_ours(*entry.by) ? "entries.by_staff.brief" : "entries.by_others.brief");
}

// Who wrote what it says, when it was not the owner; and that staff saw it.
std::string others_text(const core::notebook::Entry& entry, const Staff& staff, const Texts& texts)
{
    std::string told;
    if (entry.by) told += "\n" + texts(staff.is_ours(*entry.by) ? "entries.by_staff" : "entries.by_others");
    const bool seen = std::any_of(entry.seen_by.begin(), entry.seen_by.end(), staff.is_ours);
    if (seen)
        told += "\n" + texts("entries.seen");
    else if (!entry.seen_by.empty())
        told += "\n" + texts("entries.seen_elsewhere");
    return told;
}

void fill_entry(View& view, const core::notebook::Entry& entry, const Staff& staff, const Texts& texts)
{
    const auto& now = entry.now;
    view.facts = "**" + amount_text(now.amount, texts) + "**\n" + capitalised(date_text(now.paid, texts)) +
                 "\n" + place_text(now.place, texts) + "\n" + time_text(now.minutes, texts) +
                 others_text(entry, staff, texts);
    if (staff.here) view.sign = texts("entries.sign");
    if (entry.contested) view.contested = texts("entries.contested");
    view.correct = texts("entries.correct");
    view.take_back = texts("entries.take_back");
    view.ask = texts("entries.take_back.ask",
                     {{"amount", amount_text(now.amount, texts)}, {"day", date_text(now.paid, texts)}});
    view.yes = texts("entries.take_back.yes");
    view.no_ = texts("entries.take_back.no");
}

} // namespace

View view(const Model& model, const core::notebook::Book& book, bool shown, const Staff& staff,
          const Texts& texts)
{
    View view;
    view.page = model.page;
    view.shown = shown;
    view.covered = texts("overview.covered");
    view.show = texts("overview.show");
    const auto year = book.year(model.year);
    const auto number = std::to_string(model.year);
    switch (model.page) {
    case Page::list:
        view.title = texts("entries.title", {{"year", number}});
        view.turn = texts("entries.months");
        if (year.entries.empty()) view.none = texts("entries.none", {{"year", number}});
        fill_years(view, model.year, book, texts);
        for (const auto& one : book.happenings())
            if (!one.what.day || one.what.day->year() == model.year)
                view.happened.push_back(happened_text(one.what, texts));
        for (const auto& entry : year.entries)
            view.lines.push_back({entry.id, date_text(entry.now.paid, texts) + by_text(entry, staff, texts),
                                  place_text(entry.now.place, texts), amount_text(entry.now.amount, texts)});
        break;
    case Page::months:
        view.title = texts("entries.months.title", {{"year", number}});
        view.turn = texts("entries.list");
        fill_years(view, model.year, book, texts);
        fill_months(view, year, texts);
        break;
    case Page::one:
    case Page::take_back:
        view.title = texts(model.page == Page::one ? "entries.one" : "entries.take_back.title");
        if (const auto* entry = model.entry ? book.find(*model.entry) : nullptr)
            fill_entry(view, *entry, staff, texts);
        break;
    }
    return view;
}

Effect update(Model& model, const Intent& intent)
{
    if (std::holds_alternative<Show>(intent)) return Effect::show;
    if (std::holds_alternative<Correct>(intent)) return Effect::correct;
    if (std::holds_alternative<SignHere>(intent)) return Effect::sign;
    if (std::holds_alternative<Turn>(intent)) {
        model.page = model.page == Page::list ? Page::months : Page::list;
        model.list = {};
    }
    if (const auto* go = std::get_if<GoTo>(&intent)) {
        model.year = go->year;
        model.list = {};
    }
    if (const auto* look = std::get_if<Look>(&intent)) {
        model.entry = look->entry;
        model.page = Page::one;
    }
    if (model.page != Page::list) model.list = {};
    if (std::holds_alternative<TakeBack>(intent)) model.page = Page::take_back;
    if (std::holds_alternative<No>(intent)) model.page = Page::one;
    if (std::holds_alternative<Yes>(intent)) {
        model.page = Page::list;
        return Effect::withdraw;
    }
    return Effect::none;
}

bool back(Model& model)
{
    if (model.page == Page::list) return false;
    model.page = model.page == Page::take_back ? Page::one : Page::list;
    return true;
}

} // namespace frikort::kiosk::screens::entries
