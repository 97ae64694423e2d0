// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>
#include <iterator>

#include "kiosk/screens/overview/overview.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::overview {

using ui::Rect;

namespace {

struct Pen {
    ui::Ui& ui;
    Rect left;
    void text(std::string_view words, const ui::TextStyle& style = {})
    {
        left = left.without_top(ui.text(left, words, style));
    }
    void gap(float mm) { left = left.without_top(ui.px(mm)); }
};

const View::Words& words_for(const ui::Ui& ui, const View& view)
{
    return ui.theme().large() ? view.brief : view.words;
}

void draw_numbers(ui::Ui& ui, Rect card, const View& view)
{
    const auto personal = ui::Privacy::personal;
    const auto& words = words_for(ui, view);
    const float inside = card.w - ui.theme().margin() * 2;
    // Air goes first, then the size of the sum.
    struct Fit {
        float air, bar, divider; // mm
        ui::Face face;
    };
    static constexpr Fit fits[] = {{1.0F, 7.0F, 4.0F, ui::Face::number},
                                   {0.0F, 6.0F, 2.5F, ui::Face::number},
                                   {0.0F, 5.0F, 2.0F, ui::Face::heading}};
    const auto height = [&](const Fit& fit) {
        const float bar = view.share ? fit.bar + 1.0F + fit.air : 0;
        return ui.px(bar + fit.divider + fit.air) + ui.theme().line(fit.face) +
               ui.text_height(inside, words.said) + ui.text_height(inside, words.limit) +
               ui.text_height(inside, words.own) +
               (view.news.empty() ? 0 : ui.text_height(inside, view.news));
    };
    const Fit* fit = std::begin(fits);
    while (fit + 1 != std::end(fits) && height(*fit) > card.h - ui.px(5.0F)) ++fit;

    const float top = std::clamp((card.h - height(*fit)) / 2, 0.0F, ui.px(6.0F));
    Pen pen{ui, card.inset(ui.theme().margin(), std::floor(top))};
    pen.text(words.said);
    if (fit->face == ui::Face::number)
        pen.left = pen.left.without_top(ui.big_number(pen.left, view.sum, {.privacy = personal}));
    else
        pen.text(view.sum, {.face = fit->face, .privacy = personal});
    pen.gap(fit->air);
    if (view.share) {
        ui.progress(pen.left.top_part(std::round(ui.px(fit->bar))),
                    {.fraction = *view.share, .name = view.share_told, .privacy = personal});
        pen.gap(fit->bar + 1.0F + fit->air);
    }
    pen.text(words.limit, {.privacy = personal});
    ui.line(pen.left.top_part(ui.px(fit->divider)));
    pen.gap(fit->divider);
    pen.text(words.own);
    if (!view.news.empty()) pen.text(view.news);
}

// True when the way to the staff was touched.
bool draw_covered(ui::Ui& ui, Rect card, const View& view)
{
    const Rect button = card.inset(ui.theme().margin()).bottom_part(ui.theme().target());
    const Rect inside = card.inset(ui.theme().margin()).without_bottom(button.h + ui.layout().gap);
    const float square = ui.px(22.0F);
    const auto words = "**" + view.covered + "**\n" + words_for(ui, view).limit;
    const float height = square + ui.px(5.0F) + ui.text_height(inside.w, words);
    Pen pen{ui, inside.middle(inside.w, std::min(height, inside.h))};
    if (height <= inside.h) {
        ui.picture(pen.left.top_part(square).left_part(square),
                   {.icon = ui::Icon::eye_off, .tint = ui::Ground::mint});
        pen.gap(27.0F);
    }
    pen.text(words);
    return ui.button(button, {.label = view.help, .icon = ui::Icon::chat});
}

Intent to_staff(const View& view) { return view.answered ? Intent{Answers{}} : Intent{Help{}}; }

// Big mode: one thing under the other.
std::optional<Intent> draw_big(ui::Ui& ui, Rect body, ui::ListState& state, const View& view)
{
    struct Item {
        ui::Button button = {};
        Intent intent = Log{};
        std::string_view words = {}; // instead of a button
    };
    std::vector<Item> items;
    const auto personal = view.shown ? ui::Privacy::personal : ui::Privacy::open;
    if (view.shown)
        items.push_back({});
    else
        items.push_back({{.label = view.show, .icon = ui::Icon::eye}, Show{}});
    items.push_back({{.label = view.log, .icon = ui::Icon::add, .fill = ui::Fill::filled}, Log{}});
    if (view.answered) items.push_back({{.label = view.help, .icon = ui::Icon::chat}, Answers{}});
    items.push_back({.words = view.brief.limit});
    if (view.shown) items.push_back({.words = view.brief.own});
    if (!view.news.empty()) items.push_back({.words = view.news});
    if (view.shown) items.push_back({{.label = view.hide, .icon = ui::Icon::eye_off}, Hide{}});
    items.push_back({{.label = view.all, .icon = ui::Icon::list}, All{}});
    items.push_back({{.label = view.about, .icon = ui::Icon::info}, About{}});
    items.push_back({{.label = view.own_book, .icon = ui::Icon::card}, OwnBook{}});
    if (!view.answered) items.push_back({{.label = view.help, .icon = ui::Icon::chat}, Help{}});

    std::optional<Intent> intent;
    const ui::TextStyle style{.privacy = personal};
    const auto is_sum = [&](const Item& item) { return item.words.empty() && item.button.label.empty(); };
    const float sum_height =
        ui.theme().line(ui::Face::body) + ui.theme().line(ui::Face::number) + ui.px(8.0F);
    const auto height = [&](std::size_t i, float width) {
        if (is_sum(items[i])) return sum_height;
        return items[i].words.empty() ? ui.theme().target() : ui.text_height(width, items[i].words, style);
    };
    const auto draw_item = [&](std::size_t i, Rect place) {
        const auto& item = items[i];
        if (is_sum(item)) {
            const float said = ui.text(place, view.brief.said);
            const float sum = ui.big_number(place.without_top(said), view.sum, style);
            if (view.share)
                ui.progress(place.without_top(said + sum).top_part(ui.px(7.0F)),
                            {.fraction = *view.share, .name = view.share_told, .privacy = personal});
        } else if (!item.words.empty()) {
            ui.text(place, item.words, style);
        } else if (ui.button(place, item.button)) {
            intent = item.intent;
        }
    };
    ui.list(body, state,
            {.count = items.size(), .gap = ui.layout().gap, .height = height, .draw = draw_item});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    const Rect body = widgets::page_top(ui, view.title);
    if (ui.theme().big()) return draw_big(ui, body, state, view);

    std::optional<Intent> intent;
    const auto columns = body.columns({2.0F, 1.0F}, ui.layout().gap);
    ui.card(columns[0]);
    if (view.shown)
        draw_numbers(ui, columns[0], view);
    else if (draw_covered(ui, columns[0], view))
        intent = to_staff(view);
    const auto places = columns[1].rows(4, ui.layout().key_gap);
    if (ui.button(places[0], {.label = view.all, .icon = ui::Icon::list})) intent = All{};
    if (ui.button(places[1], {.label = view.about, .icon = ui::Icon::info})) intent = About{};
    // One place for both, so that what was shown can be covered by the finger that is already there.
    if (view.shown && ui.button(places[2], {.label = view.hide, .icon = ui::Icon::eye_off})) intent = Hide{};
    if (!view.shown && ui.button(places[2], {.label = view.show, .icon = ui::Icon::eye})) intent = Show{};
    if (ui.button(places[3], {.label = view.log, .icon = ui::Icon::add, .fill = ui::Fill::filled}))
        intent = Log{};
    return intent;
}

} // namespace frikort::kiosk::screens::overview
