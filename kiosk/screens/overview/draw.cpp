// SPDX-License-Identifier: MPL-2.0
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

void draw_numbers(ui::Ui& ui, Rect card, const View& view)
{
    const float inside = card.w - ui.theme().margin() * 2;
    const bool tight = ui.text_height(inside, view.limit) > ui.theme().line(ui::Face::body) * 2.5F;
    const float air = tight ? 0.0F : ui.px(1.0F);
    Pen pen{ui, card.inset(ui.theme().margin(), ui.px(tight ? 2.5F : 4.0F))};
    const auto personal = ui::Privacy::personal;
    pen.text(view.said);
    pen.left = pen.left.without_top(ui.big_number(pen.left, view.sum, {.privacy = personal}) + air);
    if (view.share) {
        const float height = ui.px(tight ? 6.0F : 7.0F);
        ui.progress(pen.left.top_part(height),
                    {.fraction = *view.share, .name = view.share_told, .privacy = personal});
        pen.left = pen.left.without_top(height + ui.px(1.0F) + air);
    }
    pen.text(view.limit, {.privacy = personal});
    const float divider = tight ? 2.5F : 4.0F;
    ui.line(pen.left.top_part(ui.px(divider)));
    pen.gap(divider);
    pen.text(view.own);
    if (!view.unread.empty()) pen.text(view.unread);
}

bool draw_covered(ui::Ui& ui, Rect card, const View& view)
{
    Pen pen{ui, card.inset(ui.theme().margin(), ui.px(5.0F))};
    const float icon = ui.px(ui.theme().icon_mm(ui::IconSize::medium));
    ui.picture(pen.left.top_part(icon).left_part(icon),
               {.icon = ui::Icon::eye_off, .size = ui::IconSize::medium});
    ui.text(pen.left.top_part(icon).without_left(icon + ui.layout().gap), "**" + view.covered + "**",
            {.anchor = ui::Anchor::middle});
    pen.left = pen.left.without_top(icon);
    pen.gap(4.0F);
    pen.text(view.limit);
    const Rect place = pen.left.bottom_part(std::max(ui.theme().target(), ui.px(22.0F)));
    return ui.button(place, {.label = view.show, .icon = ui::Icon::eye});
}

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
    items.push_back({.words = view.limit});
    if (view.shown) items.push_back({.words = view.own});
    if (!view.unread.empty()) items.push_back({.words = view.unread});
    items.push_back({{.label = view.all, .icon = ui::Icon::list}, All{}});
    items.push_back({{.label = view.about, .icon = ui::Icon::info}, About{}});

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
            const float said = ui.text(place, view.said);
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
    std::optional<Intent> intent;
    const auto page =
        widgets::page_top(ui, view.title,
                          {.button = {.label = view.shown ? std::string_view{view.hide} : std::string_view{},
                                      .icon = ui::Icon::eye_off}});
    if (page.corner_touched) intent = Hide{};

    const float gap = ui.layout().gap;
    const bool big = ui.theme().big();
    const auto buttons = [&](const std::vector<Rect>& places) {
        if (ui.button(places[0], {.label = view.all, .icon = ui::Icon::list})) intent = All{};
        if (ui.button(places[1], {.label = view.about, .icon = ui::Icon::info})) intent = About{};
        if (ui.button(places[2], {.label = view.log, .icon = ui::Icon::add, .fill = ui::Fill::filled}))
            intent = Log{};
    };
    const auto card = [&](Rect place) {
        ui.card(place);
        if (view.shown)
            draw_numbers(ui, place, view);
        else if (draw_covered(ui, place, view))
            intent = Show{};
    };
    if (!big) {
        const auto columns = page.body.columns({2.0F, 1.0F}, gap);
        card(columns[0]);
        buttons(columns[1].rows(3, gap));
        return intent;
    }
    if (const auto touched = draw_big(ui, page.body, state, view)) intent = touched;
    return intent;
}

} // namespace frikort::kiosk::screens::overview
