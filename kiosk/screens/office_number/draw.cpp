// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/office_number/office_number.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::office_number {

using ui::Rect;

namespace {

// Of a line of digits, in lines: they are read one after the other.
constexpr float air = 1.7F;
constexpr float least_air = 1.15F;
const ui::TextStyle digits{.face = ui::Face::title, .align = ui::Align::centre};

// As many beside each other as have room: four, two or one.
std::size_t across(const ui::Ui& ui, float width, const View& view)
{
    float widest = 0;
    for (const auto& group : view.groups) widest = std::max(widest, ui.text_width(group, digits));
    const float each = widest + ui.layout().gap;
    return each * 4 <= width ? 4 : each * 2 <= width ? 2 : 1;
}

std::string in_one(const std::vector<std::string>& paragraphs)
{
    std::string all;
    for (const auto& paragraph : paragraphs) all += all.empty() ? paragraph : " " + paragraph;
    return all;
}

float row_height(const ui::Ui& ui, float lines) { return lines * ui.theme().line(digits.face); }

// One row of groups; read from left to right.
void draw_row(ui::Ui& ui, Rect place, const View& view, std::size_t row, std::size_t columns)
{
    const auto line = ui.theme().line(digits.face);
    const auto places = place.columns(static_cast<int>(columns), 0);
    for (std::size_t i = 0; i < columns && row * columns + i < view.groups.size(); ++i) {
        auto style = digits;
        style.spoken = view.spoken[row * columns + i];
        ui.text(places[i].without_top((place.h - line) / 2).top_part(line), view.groups[row * columns + i],
                style);
    }
}

} // namespace

std::optional<Go> draw(ui::Ui& ui, ui::ListState& list, const View& view)
{
    std::optional<Go> go;
    const auto body = widgets::page_top(ui, view.title);
    const ui::Button button{.label = view.go, .fill = ui::Fill::filled};
    const float target = ui.theme().target();
    const float gap = ui.layout().gap;
    const float inset = ui.px(1.5F);
    const auto told = in_one(view.told);
    const Rect words = body.top_part(ui.text_height(body.snapped().w, told));
    const Rect card = body.without_bottom(target + gap).without_top(words.h + gap);
    const Rect inside = card.inset(inset);
    const auto columns = across(ui, inside.w, view);
    const auto rows = view.groups.size() / columns;
    if (!ui.theme().big() && row_height(ui, least_air) * static_cast<float>(rows) <= inside.h) {
        ui.text(words, told);
        ui.card(card);
        const float each = std::min(row_height(ui, air), inside.h / static_cast<float>(rows));
        const float all_rows = each * static_cast<float>(rows);
        const Rect grid = inside.without_top((inside.h - all_rows) / 2).top_part(all_rows);
        for (std::size_t row = 0; row < rows; ++row)
            draw_row(ui, grid.without_top(each * static_cast<float>(row)).top_part(each), view, row, columns);
        if (ui.button(body.bottom_part(target).columns(2, gap)[1], button)) go = Go{};
        return go;
    }
    // One thing under the other.
    const auto said = view.told.size();
    ui.list(body, list,
            {.count = said + rows + 1,
             .gap = ui.theme().least_gap(),
             .height =
                 [&](std::size_t item, float width) {
                     return item < said          ? ui.text_height(width, view.told[item])
                            : item < said + rows ? row_height(ui, air)
                                                 : target;
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item < said)
                         ui.text(place, view.told[item]);
                     else if (item < said + rows)
                         draw_row(ui, place, view, item - said, columns);
                     else if (ui.button(place, button))
                         go = Go{};
                 }});
    return go;
}

} // namespace frikort::kiosk::screens::office_number
