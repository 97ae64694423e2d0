// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/limit/limit.hpp"

#include "core/content/dates.hpp"
#include "kiosk/screens/amounts.hpp"

namespace frikort::kiosk::screens::limit {

using core::allowance::Allowance;

namespace {

// "2026-11" is "november 2026"; with a day it is written out.
std::string when(const std::string& checked, const core::content::Texts& texts)
{
    if (const auto day = core::base::Date::from_iso(checked)) return date_text(*day, texts);
    const auto first = core::base::Date::from_iso(checked + "-01");
    return first ? core::content::month(texts, first->month()) + " " + std::to_string(first->year())
                 : checked;
}

} // namespace

View view(int year, const core::allowance::Allowances& allowances, const core::content::Texts& texts)
{
    View view;
    view.title = texts("limit.title");
    view.told = texts("limit.told");
    if (allowances.in(year).empty())
        view.told += "\n" + texts("overview.unknown", {{"year", std::to_string(year)}});
    view.changes = texts("limit.changes");
    const auto& all = allowances.all();
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        const bool part = it->covers == Allowance::Covers::period || allowances.in(it->year).size() > 1;
        auto which = std::to_string(it->year);
        if (part)
            which = texts("limit.period",
                          {{"from", day_and_month(it->from, texts)}, {"until", date_text(it->until, texts)}});
        view.lines.push_back(
            {std::move(which), amount_text(it->limit, texts),
             texts("limit.source", {{"source", it->source().text}, {"checked", when(it->checked, texts)}})});
    }
    return view;
}

void draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines)
        rows.push_back({.title = line.year, .detail = line.source, .value = line.amount});
    const auto words = [&](std::size_t item) -> std::string_view {
        return item == 0 ? view.told : item > rows.size() ? view.changes : std::string_view{};
    };
    ui.list(body, state,
            {.count = rows.size() + 2,
             .gap = ui.theme().least_gap(),
             .height =
                 [&](std::size_t item, float width) {
                     return words(item).empty() ? ui.row_height(width, rows[item - 1])
                                                : ui.text_height(width, words(item));
                 },
             .draw =
                 [&](std::size_t item, ui::Rect place) {
                     if (words(item).empty())
                         ui.row(place, rows[item - 1]);
                     else
                         ui.text(place, words(item));
                 }});
}

ui::Move Screen::frame(ui::Ui& ui)
{
    draw(ui, list_, view(year_, allowances_, visit_.texts()));
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::limit
