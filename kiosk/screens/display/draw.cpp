// SPDX-License-Identifier: MPL-2.0
#include <cmath>

#include "kiosk/screens/display/display.hpp"

namespace frikort::kiosk::screens::display {

using ui::Rect;

namespace {

std::string titled(const View::Group& group) { return "**" + group.title + "**"; }

// A group: its title, and its choices two by two.
float group_height(const ui::Ui& ui, const View::Group& group)
{
    const auto rows = static_cast<float>((group.choices.size() + 1) / 2);
    return ui.theme().line(ui::Face::body) + rows * ui.theme().target() + (rows - 1) * ui.theme().least_gap();
}

std::optional<std::size_t> draw_group(ui::Ui& ui, Rect place, const View::Group& group)
{
    std::optional<std::size_t> touched;
    ui.text(place, titled(group));
    const auto below = place.without_top(ui.theme().line(ui::Face::body));
    const int count = static_cast<int>(group.choices.size());
    const auto cells = below.grid(2, (count + 1) / 2, ui.theme().least_gap());
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        const auto& choice = group.choices[i];
        const auto selected = choice.chosen ? ui::Selected::yes : ui::Selected::no;
        if (ui.option(cells[i], {.label = choice.label, .selected = selected})) touched = i;
    }
    return touched;
}

ui::Button about_button(const View& view) { return {.label = view.about, .icon = ui::Icon::info}; }

// Big mode: every choice is a row of a list, the titles between them.
void draw_one_by_one(ui::Ui& ui, Rect body, Model& model, const View& view, std::optional<Intent>& intent)
{
    struct Item {
        std::size_t group = 0;             // after the last: the way to "Om skærmen"
        std::optional<std::size_t> choice; // nothing: the group's title
    };
    std::vector<Item> items;
    for (std::size_t group = 0; group < view.groups.size(); ++group) {
        items.push_back({group, std::nullopt});
        for (std::size_t choice = 0; choice < view.groups[group].choices.size(); ++choice)
            items.push_back({group, choice});
    }
    const auto is_about = [&](std::size_t item) { return items[item].group == view.groups.size(); };
    items.push_back({view.groups.size(), std::nullopt});
    const auto height = [&](std::size_t item, float width) {
        if (is_about(item) || items[item].choice) return ui.theme().target();
        return std::ceil(ui.text_height(width, titled(view.groups[items[item].group])));
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        if (is_about(item)) {
            if (ui.button(place, about_button(view))) intent = About{};
            return;
        }
        const auto& group = view.groups[items[item].group];
        if (!items[item].choice) {
            ui.text(place, titled(group));
            return;
        }
        const auto& choice = group.choices[*items[item].choice];
        const auto selected = choice.chosen ? ui::Selected::yes : ui::Selected::no;
        if (ui.option(place, {.label = choice.label, .selected = selected}))
            intent = Choose{items[item].group, *items[item].choice};
    };
    ui.list(body, model.place,
            {.count = items.size(), .gap = ui.theme().least_gap(), .height = height, .draw = draw_item});
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const auto group = [&](Rect place, std::size_t which) {
        if (const auto choice = draw_group(ui, place, view.groups[which])) intent = Choose{which, *choice};
    };
    // Sizes and colours side by side where there is room for it, then the languages and what else there is.
    const bool wide = !ui.theme().big();
    if (!wide) {
        draw_one_by_one(ui, body, model, view, intent);
        return intent;
    }
    ui.list(body, model.place,
            {.count = 2,
             .gap = ui.theme().least_gap(),
             .height = [&](std::size_t row, float) { return group_height(ui, view.groups[row * 2]); },
             .draw =
                 [&](std::size_t row, Rect place) {
                     const auto halves = place.columns(2, ui.layout().gap);
                     if (row == 1) {
                         group(halves[0], 2);
                         if (ui.button(halves[1].bottom_part(ui.theme().target()), about_button(view)))
                             intent = About{};
                         return;
                     }
                     group(halves[0], 0);
                     group(halves[1], 1);
                 }});
    return intent;
}

} // namespace frikort::kiosk::screens::display
