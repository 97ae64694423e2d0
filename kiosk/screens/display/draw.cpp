// SPDX-License-Identifier: MPL-2.0
#include <cmath>

#include "kiosk/screens/display/display.hpp"

namespace frikort::kiosk::screens::display {

using ui::Rect;

namespace {

std::string titled(const View::Group& group) { return "**" + group.title + "**"; }

// How many columns a group's choices stand in: what to hear is said in more than a word.
constexpr std::size_t hearing_group = 3;
int across(std::size_t group) { return group == hearing_group ? 1 : 2; }

float rows_height(const ui::Ui& ui, std::size_t rows)
{
    return ui.theme().line(ui::Face::body) + static_cast<float>(rows) * ui.theme().target() +
           static_cast<float>(rows - 1) * ui.theme().least_gap();
}

// A group: its title, and its choices below.
float group_height(const ui::Ui& ui, const View& view, std::size_t which)
{
    const auto columns = static_cast<std::size_t>(across(which));
    return rows_height(ui, (view.groups[which].choices.size() + columns - 1) / columns);
}

bool draw_choice(ui::Ui& ui, Rect place, const View::Choice& choice)
{
    const auto selected = choice.chosen ? ui::Selected::yes : ui::Selected::no;
    return ui.option(place, {.label = choice.label, .selected = selected, .spoken = choice.spoken});
}

std::optional<std::size_t> draw_group(ui::Ui& ui, Rect place, const View& view, std::size_t which)
{
    std::optional<std::size_t> touched;
    const auto& group = view.groups[which];
    ui.text(place, titled(group));
    const Rect below = place.without_top(ui.theme().line(ui::Face::body));
    const int columns = across(which);
    const int rows = (static_cast<int>(group.choices.size()) + columns - 1) / columns;
    const float height = rows_height(ui, static_cast<std::size_t>(rows)) - ui.theme().line(ui::Face::body);
    const auto cells = below.top_part(height).grid(columns, rows, ui.theme().least_gap());
    for (std::size_t i = 0; i < group.choices.size(); ++i)
        if (draw_choice(ui, cells[i], group.choices[i])) touched = i;
    return touched;
}

// Less at the left, more at the right. Gives the step, or 0.
int draw_turns(ui::Ui& ui, Rect place, const View::Level& level)
{
    int by = 0;
    const auto halves = place.columns(2, ui.theme().least_gap());
    const auto key = [&](Rect where, ui::Icon icon, std::string_view spoken, bool end) {
        return ui.key(where, {.icon = icon,
                              .icon_size = ui::IconSize::medium,
                              .enabled = end ? ui::Enabled::no : ui::Enabled::yes,
                              .spoken = spoken});
    };
    if (key(halves[0], ui::Icon::minus, level.less, level.lowest)) by = -1;
    if (key(halves[1], ui::Icon::add, level.more, level.highest)) by = 1;
    return by;
}

int draw_level(ui::Ui& ui, Rect place, const View::Level& level)
{
    ui.text(place, "**" + level.title + "**");
    const Rect below = place.without_top(ui.theme().line(ui::Face::body));
    return draw_turns(ui, below.top_part(ui.theme().target()), level);
}

ui::Button about_button(const View& view) { return {.label = view.about, .icon = ui::Icon::info}; }

// Big mode: everything is a row of a list, the titles between them.
std::optional<Intent> draw_one_by_one(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    struct Item {
        std::string title = {};
        const View::Choice* choice = nullptr;
        const View::Level* level = nullptr; // none of these: the way to "Om skærmen"
        Intent intent = About{};
    };
    std::vector<Item> items;
    for (std::size_t group = 0; group < view.groups.size(); ++group) {
        if (group == hearing_group)
            for (std::size_t i = 0; i < view.levels.size(); ++i) {
                items.push_back({.title = "**" + view.levels[i].title + "**"});
                items.push_back({.level = &view.levels[i], .intent = Turn{i}});
            }
        items.push_back({.title = titled(view.groups[group])});
        const auto& choices = view.groups[group].choices;
        for (std::size_t i = 0; i < choices.size(); ++i)
            items.push_back({.choice = &choices[i], .intent = Choose{group, i}});
    }
    items.push_back({});
    std::optional<Intent> intent;
    const auto height = [&](std::size_t item, float width) {
        const auto& title = items[item].title;
        return title.empty() ? ui.theme().target() : std::ceil(ui.text_height(width, title));
    };
    const auto draw_item = [&](std::size_t i, Rect place) {
        const Item& item = items[i];
        if (!item.title.empty()) {
            ui.text(place, item.title);
        } else if (item.level) {
            if (const int by = draw_turns(ui, place, *item.level))
                intent = Turn{std::get<Turn>(item.intent).level, by};
        } else if (item.choice ? draw_choice(ui, place, *item.choice)
                               : ui.button(place, about_button(view))) {
            intent = item.intent;
        }
    };
    ui.list(body, model.place,
            {.count = items.size(), .gap = ui.theme().least_gap(), .height = height, .draw = draw_item});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    if (ui.theme().big()) return draw_one_by_one(ui, body, model, view);
    const auto group = [&](Rect place, std::size_t which) {
        if (const auto choice = draw_group(ui, place, view, which)) intent = Choose{which, *choice};
    };
    const auto level = [&](Rect place, std::size_t which) {
        if (const int by = draw_level(ui, place, view.levels[which])) intent = Turn{which, by};
    };
    // Two side by side: sizes and colours; rate and volume; languages, with what else there is, and hearing.
    const auto height = [&](std::size_t row, float) {
        return row == 1 ? rows_height(ui, 1) : group_height(ui, view, row == 0 ? 0 : hearing_group);
    };
    const auto draw_row = [&](std::size_t row, Rect place) {
        const auto halves = place.columns(2, ui.layout().gap);
        if (row == 0) group(halves[0], 0), group(halves[1], 1);
        if (row == 1) level(halves[0], 0), level(halves[1], 1);
        if (row != 2) return;
        group(halves[0], 2);
        const float above = rows_height(ui, 1) + ui.theme().least_gap();
        if (ui.button(halves[0].without_top(above).top_part(ui.theme().target()), about_button(view)))
            intent = About{};
        group(halves[1], hearing_group);
    };
    ui.list(body, model.place,
            {.count = 3, .gap = ui.theme().least_gap(), .height = height, .draw = draw_row});
    return intent;
}

} // namespace frikort::kiosk::screens::display
