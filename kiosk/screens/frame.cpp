// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/frame.hpp"

namespace frikort::kiosk::screens {

std::optional<BarTouch> draw_bar(ui::Ui& ui, const Visit& visit, BackPlace back_place,
                                 DisplayPlace display_place)
{
    const auto& texts = visit.texts();
    const bool open = visit.notebook || visit.staff || visit.request;
    const bool own_book = back_place == BackPlace::own_book;
    const auto back = own_book ? texts("own.title") : back_place == BackPlace::there ? texts("bar.back") : "";
    const auto display = display_place == DisplayPlace::there ? texts("bar.display") : "";
    const auto leave = texts(open ? "bar.close" : "bar.home");
    const widgets::BarPlaces places{{
        {.label = back, .icon = own_book ? ui::Icon::card : ui::Icon::arrow_left},
        {.label = display, .icon = ui::Icon::settings},
        {.label = leave,
         .icon = open ? ui::Icon::lock : ui::Icon::home,
         .fill = open ? ui::Fill::filled : ui::Fill::outlined},
        {},
    }};
    const auto touched = widgets::bottom_bar(ui, places);
    if (!touched) return std::nullopt;
    static constexpr BarTouch touches[] = {BarTouch::back, BarTouch::display, BarTouch::leave};
    return touches[*touched];
}

std::optional<ui::Move> bar_move(std::optional<BarTouch> touch, const ui::ScreenFactory& display)
{
    if (!touch) return std::nullopt;
    switch (*touch) {
    case BarTouch::back:
        return ui::Back{};
    case BarTouch::display:
        return ui::Open{display};
    case BarTouch::leave:
        return ui::Home{};
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens
