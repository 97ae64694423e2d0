// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/asking/asking.hpp"

namespace frikort::kiosk::screens::asking {

std::optional<Answer> draw(ui::Ui& ui, const Visit& visit, int seconds_left)
{
    std::optional<Answer> answer;
    const auto& texts = visit.texts();
    const bool open = visit.notebook.has_value();
    const auto& theme = ui.theme();
    const ui::Rect screen = ui.layout().screen;
    // Another ground than any screen has. Where somebody chose dark, nothing flashes white at them.
    const bool dark = theme.look().palette == ui::Palette::dark;
    ui.fill(screen, dark ? ui::Ground::paper : ui::Ground::action);

    const ui::Rect inside = screen.inset(theme.margin());
    const float answers = theme.target() + theme.px(5.0F);
    const ui::Rect buttons = inside.bottom_part(answers + theme.margin()).top_part(answers);
    const ui::Rect words = inside.without_bottom(answers + theme.margin() + theme.gap());
    const auto title = texts("asking.title");
    const auto told = texts.count(open ? "asking.told.open" : "asking.told", seconds_left);
    const float icon = theme.px(theme.icon_mm(ui::IconSize::large)) * 1.5F;
    const float title_height = ui.text_height(words.w, title, {.face = ui::Face::heading});
    const float told_height = ui.text_height(words.w, told);
    const float gap = theme.px(4.0F);
    const bool room = icon + gap * 2 + title_height + told_height <= words.h;
    const float height = (room ? icon + gap : 0) + title_height + gap + told_height;
    ui::Rect place = words.middle(words.w, height);
    if (room) {
        ui.picture(place.top_part(icon),
                   {.icon = open ? ui::Icon::book : ui::Icon::clock, .tint = ui::Ground::paper});
        place = place.without_top(icon + gap);
    }
    ui.text(place, title, {.face = ui::Face::heading, .align = ui::Align::centre, .role = ui::Role::heading});
    ui.text(place.without_top(title_height + gap), told,
            {.align = ui::Align::centre, .role = ui::Role::notice});

    const auto halves = buttons.columns({2.0F, 3.0F}, theme.gap());
    if (ui.button(halves[0], {.label = texts("asking.close")})) answer = Answer::close;
    if (ui.button(halves[1], {.label = texts("asking.here"), .fill = ui::Fill::filled}))
        answer = Answer::here;
    return answer;
}

} // namespace frikort::kiosk::screens::asking
