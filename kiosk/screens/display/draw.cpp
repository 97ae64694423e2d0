// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/screens/display/display.hpp"

namespace frikort::kiosk::screens::display {

using ui::Rect;

namespace {

std::string titled(const View::Group& group) { return "**" + group.title + "**"; }

// How many of a group's choices have room abreast, each on one line: `most`, half as many, or one.
int abreast(const ui::Ui& ui, float width, const View::Group& group, int most)
{
    const auto fits = [&](int columns) {
        const auto place = Rect{0, 0, width, 1}.columns(columns, ui.theme().least_gap())[0];
        return std::all_of(group.choices.begin(), group.choices.end(), [&](const auto& choice) {
            return ui.fits(place, ui::Option{.label = choice.label});
        });
    };
    int columns = most;
    while (columns > 1 && !fits(columns)) columns /= 2;
    return columns;
}

float rows_height(const ui::Ui& ui, std::size_t rows)
{
    return ui.theme().line(ui::Face::body) + static_cast<float>(rows) * ui.theme().target() +
           static_cast<float>(rows - 1) * ui.theme().least_gap();
}

std::size_t rows_of(const View::Group& group, int columns)
{
    const auto across = static_cast<std::size_t>(columns);
    return (group.choices.size() + across - 1) / across;
}

bool draw_choice(ui::Ui& ui, Rect place, const View::Choice& choice)
{
    const auto selected = choice.chosen ? ui::Selected::yes : ui::Selected::no;
    return ui.option(place, {.label = choice.label, .selected = selected, .spoken = choice.spoken});
}

// A group: its title, and its choices below.
std::optional<std::size_t> draw_group(ui::Ui& ui, Rect place, const View::Group& group, int columns)
{
    std::optional<std::size_t> touched;
    ui.text(place, titled(group));
    const Rect below = place.without_top(ui.theme().line(ui::Face::body));
    const auto rows = rows_of(group, columns);
    const float height = rows_height(ui, rows) - ui.theme().line(ui::Face::body);
    const auto cells = below.top_part(height).grid(columns, static_cast<int>(rows), ui.theme().least_gap());
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

// Two side by side: sizes and colours; rate and volume; languages, with what else there is, and hearing;
// letters.
std::optional<Intent> draw_in_pairs(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const auto columns = [](std::size_t which) { return which == hearing_group ? 1 : 2; };
    const auto group = [&](Rect place, std::size_t which) {
        if (const auto choice = draw_group(ui, place, view.groups[which], columns(which)))
            intent = Choose{which, *choice};
    };
    const auto level = [&](Rect place, std::size_t which) {
        if (const int by = draw_level(ui, place, view.levels[which])) intent = Turn{which, by};
    };
    const auto height = [&](std::size_t row, float) {
        static constexpr std::size_t tallest[] = {0, 0, hearing_group, keys_group};
        return rows_height(ui, row == 1 ? 1 : rows_of(view.groups[tallest[row]], columns(tallest[row])));
    };
    const auto draw_row = [&](std::size_t row, Rect place) {
        const auto halves = place.columns(2, ui.layout().gap);
        if (row == 0) group(halves[0], 0), group(halves[1], 1);
        if (row == 1) level(halves[0], 0), level(halves[1], 1);
        if (row == 3) group(halves[0], keys_group);
        if (row != 2) return;
        group(halves[0], 2);
        const float above = rows_height(ui, 1) + ui.theme().least_gap();
        if (ui.button(halves[0].without_top(above).top_part(ui.theme().target()), about_button(view)))
            intent = About{};
        group(halves[1], hearing_group);
    };
    ui.list(body, model.place,
            {.count = 4, .gap = ui.theme().least_gap(), .height = height, .draw = draw_row});
    return intent;
}

// One below the other, over the whole width: sizes; colours; rate and volume; languages; hearing; letters;
// the rest.
std::optional<Intent> draw_in_rows(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    static constexpr std::size_t levels_row = 2;
    std::optional<Intent> intent;
    const auto group_of = [](std::size_t row) { return row < levels_row ? row : row - 1; };
    const std::size_t last = view.groups.size() + 1;
    const auto height = [&](std::size_t row, float width) {
        if (row == last) return ui.theme().target();
        if (row == levels_row) return rows_height(ui, 1);
        const auto& group = view.groups[group_of(row)];
        return rows_height(ui, rows_of(group, abreast(ui, width, group, 4)));
    };
    const auto draw_row = [&](std::size_t row, Rect place) {
        if (row == last) {
            if (ui.button(place.columns(2, ui.layout().gap)[0], about_button(view))) intent = About{};
        } else if (row == levels_row) {
            const auto halves = place.columns(2, ui.layout().gap);
            for (std::size_t level = 0; level < view.levels.size(); ++level)
                if (const int by = draw_level(ui, halves[level], view.levels[level]))
                    intent = Turn{level, by};
        } else {
            const auto& group = view.groups[group_of(row)];
            if (const auto choice = draw_group(ui, place, group, abreast(ui, place.w, group, 4)))
                intent = Choose{group_of(row), *choice};
        }
    };
    ui.list(body, model.place,
            {.count = last + 1, .gap = ui.theme().least_gap(), .height = height, .draw = draw_row});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    const auto body = widgets::page_top(ui, view.title);
    if (ui.theme().big()) return draw_one_by_one(ui, body, model, view);
    const float half = body.without_right(ui.theme().target() * 1.5F).columns(2, ui.layout().gap)[0].w;
    const bool pairs = std::all_of(view.groups.begin(), view.groups.begin() + hearing_group,
                                   [&](const auto& group) { return abreast(ui, half, group, 2) == 2; });
    return pairs ? draw_in_pairs(ui, body, model, view) : draw_in_rows(ui, body, model, view);
}

} // namespace frikort::kiosk::screens::display
