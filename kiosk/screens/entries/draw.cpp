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

// The other years and the other view of this one: always in the same place, each only where there is one.
struct Way {
    ui::Button button;
    Intent intent;
};
std::vector<Way> ways_of(const View& view)
{
    std::vector<Way> ways;
    if (!view.earlier.empty())
        ways.push_back({{.label = view.earlier, .icon = ui::Icon::arrow_left}, GoTo{view.earlier_year}});
    const bool list = view.page == Page::list;
    ways.push_back({{.label = view.turn, .icon = list ? ui::Icon::chart : ui::Icon::list}, Turn{}});
    if (!view.later.empty())
        ways.push_back({{.label = view.later, .icon = ui::Icon::arrow_right, .side = ui::Side::right},
                        GoTo{view.later_year}});
    return ways;
}

Rect above_ways(const ui::Ui& ui, Rect body)
{
    return body.without_bottom(ui.theme().target() + ui.layout().key_gap);
}

void draw_ways(ui::Ui& ui, Rect body, const std::vector<Way>& ways, std::optional<Intent>& intent)
{
    const auto places = body.bottom_part(ui.theme().target()).columns(3, ui.layout().gap);
    for (const auto& way : ways) {
        const std::size_t place = way.button.icon == ui::Icon::arrow_left ? 0 : &way == &ways.back() ? 2 : 1;
        if (ui.button(places[place], way.button)) intent = way.intent;
    }
}

std::optional<Intent> draw_list(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const bool big = ui.theme().big();
    const auto ways = ways_of(view);
    const std::size_t happened = view.happened.size();
    const auto row = [&](std::size_t number) {
        if (number < happened)
            return ui::Row{.title = view.happened[number], .privacy = ui::Privacy::personal};
        const auto& line = view.lines[number - happened];
        return ui::Row{.title = line.place,
                       .detail = line.day,
                       .value = line.amount,
                       .touchable = ui::Touchable::yes,
                       .privacy = ui::Privacy::personal};
    };
    const std::size_t rows = happened + view.lines.size();
    const Rect above = big ? body : above_ways(ui, body);
    if (!big && !view.none.empty() && happened == 0) {
        draw_told(ui, above, ui::Icon::list, view.none);
        draw_ways(ui, body, ways, intent);
        return intent;
    }
    const std::size_t none = view.none.empty() ? 0 : 1;
    // In big mode the ways are further items: a row of their own would leave room for one entry.
    const auto height = [&](std::size_t item, float width) {
        if (item < none) return ui.text_height(width, view.none);
        item -= none;
        return std::max(ui.theme().target(), item < rows ? ui.row_height(width, row(item)) : 0);
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        if (item < none) {
            ui.text(place, view.none);
            return;
        }
        item -= none;
        if (item < rows) {
            if (ui.row(place, row(item))) intent = Look{view.lines[item - happened].id};
        } else if (ui.button(place, ways[item - rows].button)) {
            intent = ways[item - rows].intent;
        }
    };
    ui.list(above, model.list,
            {.count = none + rows + (big ? ways.size() : 0),
             .gap = ui.theme().least_gap(),
             .height = height,
             .draw = draw_item});
    if (!big) draw_ways(ui, body, ways, intent);
    return intent;
}

void draw_chart(ui::Ui& ui, Rect place, const View& view)
{
    widgets::MonthChart chart{.name = view.chart, .ore = view.months, .most = view.most};
    for (std::size_t i = 0; i < 12; ++i) {
        chart.letters[i] = view.letters[i];
        chart.spoken[i] = view.told[i];
    }
    widgets::month_chart(ui, place, chart);
}

std::optional<Intent> draw_months(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const auto ways = ways_of(view);
    const ui::TextStyle personal{.privacy = ui::Privacy::personal};
    if (!ui.theme().big()) {
        const Rect card = above_ways(ui, body);
        ui.card(card);
        const Rect inside = card.inset(ui.theme().margin(), ui.px(4.0F));
        const float told = ui.text(inside, view.sum, personal);
        draw_chart(ui, inside.without_top(told + ui.layout().gap), view);
        draw_ways(ui, body, ways, intent);
        return intent;
    }
    // The chart first: it is what was asked for, and takes the whole height.
    const auto height = [&](std::size_t item, float width) {
        return item == 0 ? body.h : item == 1 ? ui.text_height(width, view.sum) : ui.theme().target();
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        if (item == 0)
            draw_chart(ui, place, view);
        else if (item == 1)
            ui.text(place, view.sum, personal);
        else if (ui.button(place, ways[item - 2].button))
            intent = ways[item - 2].intent;
    };
    ui.list(body, model.list,
            {.count = 2 + ways.size(), .gap = ui.theme().least_gap(), .height = height, .draw = draw_item});
    return intent;
}

// The long way in the middle, in two lines.
std::optional<Intent> draw_three_ways(ui::Ui& ui, Rect body, std::string_view words, const ui::Button& remove,
                                      const ui::Button& sign, const ui::Button& correct)
{
    std::optional<Intent> intent;
    const float gap = ui.layout().gap;
    draw_told(ui, body.without_bottom(ui.theme().target() + gap), ui::Icon::money, words,
              ui::Privacy::personal);
    const auto places = body.bottom_part(ui.theme().target()).columns({1.0F, 1.2F, 1.0F}, gap);
    if (ui.button(places[0], remove)) intent = TakeBack{};
    if (ui.button(places[1], sign)) intent = SignHere{};
    if (ui.button(places[2], correct)) intent = Correct{};
    return intent;
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
    if (!asking && !view.sign.empty() && !ui.theme().large())
        return draw_three_ways(ui, body, words, remove, {.label = view.sign}, keep);
    std::vector<ui::Button> ways{remove};
    if (!asking && !view.sign.empty()) ways.push_back({.label = view.sign, .icon = ui::Icon::staff});
    ways.push_back(keep);
    const auto way = draw_question(ui, body, model.list,
                                   {.icon = asking ? ui::Icon::help : ui::Icon::money,
                                    .tint = asking ? ui::Ground::sand : ui::Ground::mint,
                                    .words = words,
                                    .privacy = ui::Privacy::personal,
                                    .ways = ways});
    if (!way) return std::nullopt;
    if (!asking && ways.size() == 3)
        return *way == 0 ? Intent{TakeBack{}} : *way == 1 ? Intent{SignHere{}} : Intent{Correct{}};
    if (asking) return *way == 0 ? Intent{Yes{}} : Intent{No{}};
    return *way == 0 ? Intent{TakeBack{}} : Intent{Correct{}};
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    if (!view.shown) return draw_covered(ui, body, view);
    switch (view.page) {
    case Page::list:
        return draw_list(ui, body, model, view);
    case Page::months:
        return draw_months(ui, body, model, view);
    case Page::one:
    case Page::take_back:
        return draw_one(ui, body, model, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::entries
