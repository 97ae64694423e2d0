// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/entries/entries.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/month_chart.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::entries {

using ui::Rect;

namespace {

std::optional<Intent> draw_covered(ui::Ui& ui, Rect body, const View& view)
{
    ui.card(body);
    const Rect inside = body.inset(ui.theme().margin());
    ui.text(inside, "**" + view.covered + "**");
    const Rect place = inside.bottom_part(ui.theme().target());
    if (ui.button(place, {.label = view.show, .icon = ui::Icon::eye, .fill = ui::Fill::filled}))
        return Show{};
    return std::nullopt;
}

std::optional<Intent> draw_list(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const float gap = ui.theme().least_gap();
    if (!view.none.empty()) {
        ui.card(body.top_part(ui.theme().target() * 2));
        ui.text(body.top_part(ui.theme().target() * 2).inset(ui.theme().margin()), view.none);
    }
    if (!view.earlier.empty() || !view.later.empty()) {
        const auto halves = body.bottom_part(ui.theme().target()).columns(2, gap);
        if (!view.earlier.empty() &&
            ui.button(halves[0], {.label = view.earlier, .icon = ui::Icon::arrow_left}))
            intent = GoTo{view.earlier_year};
        if (!view.later.empty() &&
            ui.button(halves[1],
                      {.label = view.later, .icon = ui::Icon::arrow_right, .side = ui::Side::right}))
            intent = GoTo{view.later_year};
        body = body.without_bottom(ui.theme().target() + ui.layout().gap);
    }
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines) {
        rows.push_back({.title = line.place,
                        .detail = line.day,
                        .value = line.amount,
                        .touchable = ui::Touchable::yes,
                        .privacy = ui::Privacy::personal});
    }
    ui.list(body, model.list,
            {.count = rows.size(),
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return std::max(ui.theme().target(), ui.row_height(width, rows[item]));
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (ui.row(place, rows[item])) intent = Look{view.lines[item].id};
                 }});
    return intent;
}

void draw_months(ui::Ui& ui, Rect body, const View& view)
{
    ui.card(body);
    const Rect inside = body.inset(ui.theme().margin(), ui.px(4.0F));
    const float told = ui.text(inside, view.sum, {.privacy = ui::Privacy::personal});
    widgets::MonthChart chart{.name = view.chart, .ore = view.months, .most = view.most};
    for (std::size_t i = 0; i < 12; ++i) {
        chart.letters[i] = view.letters[i];
        chart.spoken[i] = view.told[i];
    }
    widgets::month_chart(ui, inside.without_top(told + ui.layout().gap), chart);
}

std::optional<Intent> draw_one(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    const bool asking = view.page == Page::take_back;
    const auto words = asking                   ? view.ask
                       : view.contested.empty() ? view.facts
                                                : view.facts + "\n" + view.contested;
    const ui::Button remove{.label = asking ? view.yes : view.take_back, .icon = ui::Icon::trash};
    const ui::Button keep{.label = asking ? view.no_ : view.correct,
                          .icon = asking ? ui::Icon::none : ui::Icon::edit,
                          .fill = ui::Fill::filled};
    const auto way = draw_question(ui, body, model.list,
                                   {.icon = asking ? ui::Icon::help : ui::Icon::money,
                                    .tint = asking ? ui::Ground::sand : ui::Ground::mint,
                                    .words = words,
                                    .privacy = ui::Privacy::personal,
                                    .ways = {remove, keep}});
    if (!way) return std::nullopt;
    if (asking) return *way == 0 ? Intent{Yes{}} : Intent{No{}};
    return *way == 0 ? Intent{TakeBack{}} : Intent{Correct{}};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const auto icon = view.page == Page::list ? ui::Icon::chart : ui::Icon::list;
    const auto page = widgets::page_top(
        ui, view.title,
        {.button = {.label = view.shown ? std::string_view{view.corner} : std::string_view{}, .icon = icon}});
    if (page.corner_touched) return Turn{};
    if (!view.shown) return draw_covered(ui, page.body, view);
    switch (view.page) {
    case Page::list:
        return draw_list(ui, page.body, model, view);
    case Page::months:
        draw_months(ui, page.body, view);
        return std::nullopt;
    case Page::one:
    case Page::take_back:
        return draw_one(ui, page.body, model, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::entries
