// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/take_home/take_home.hpp"
#include "kiosk/widgets/qr_frame.hpp"

namespace frikort::kiosk::screens::take_home {

using ui::Rect;

namespace {

void draw_qr(ui::Ui& ui, Rect place, const View& view)
{
    ui.card(place);
    widgets::qr_frame(ui, place.inset(ui.px(3.0F)), {.content = view.qr, .name = view.qr_name});
}

ui::Button button(const View& view) { return {.label = view.go, .fill = ui::Fill::filled}; }

bool draw_beside(ui::Ui& ui, Rect body, const View& view)
{
    const auto halves = body.columns(2, ui.layout().gap);
    draw_qr(ui, halves[0], view);
    ui.text(halves[1].without_bottom(ui.theme().target() + ui.layout().gap), view.told);
    return ui.button(halves[1].bottom_part(ui.theme().target()), button(view));
}

// One thing under the other.
bool draw_list(ui::Ui& ui, Rect body, ui::ListState& list, const View& view)
{
    bool touched = false;
    ui.list(body, list,
            {.count = 3,
             .gap = ui.layout().gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0   ? body.h
                            : item == 1 ? ui.text_height(width, view.told)
                                        : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         draw_qr(ui, place, view);
                     else if (item == 1)
                         ui.text(place, view.told);
                     else
                         touched = ui.button(place, button(view));
                 }});
    return touched;
}

} // namespace

std::optional<Go> draw(ui::Ui& ui, ui::ListState& list, const View& view)
{
    const auto body = widgets::page_top(ui, view.title, view.corner);
    bool touched = false;
    if (view.qr.empty())
        touched = draw_question(ui, body, list,
                                {.icon = ui::Icon::phone, .words = view.told, .ways = {button(view)}})
                      .has_value();
    else
        touched = ui.theme().big() ? draw_list(ui, body, list, view) : draw_beside(ui, body, view);
    return touched ? std::optional{Go{}} : std::nullopt;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (!read_) read_ = core::actions::read_notebook(store_, *visit_.notebook);
    const auto& texts = visit_.texts();
    const auto all = pages(read_->book.year(year_), allowances_.in(year_), read_->unreadable, texts);
    const auto go = draw(ui, model_.list, view(model_, all, year_, texts));
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back && model_.shown && model_.page > 0) {
        --model_.page;
        model_.list = {};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!go) return ui::Stay{};
    if (update(model_, all.size()) == Effect::leave) return ui::Back{};
    ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::take_home
