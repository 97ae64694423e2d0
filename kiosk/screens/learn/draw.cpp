// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/screens/learn/learn.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::learn {

using ui::Rect;

namespace {

std::string joined(const std::vector<std::string>& sentences)
{
    std::string all;
    for (const auto& sentence : sentences) all += (all.empty() ? "" : " ") + sentence;
    return all;
}

// The code, and under it whether somebody has looked.
void draw_qr(ui::Ui& ui, Rect place, const View::Qr& qr)
{
    ui.card(place);
    const Rect inside = place.inset(ui.px(3.0F));
    const ui::TextStyle style{.align = ui::Align::centre};
    const float height = ui.text_height(inside.w, qr.opened, style);
    widgets::qr_frame(ui, inside.without_bottom(height + ui.px(2.0F)),
                      {.content = qr.address, .name = qr.title});
    ui.text(inside.bottom_part(height), qr.opened, style);
}

ui::Button next_button(const View& view)
{
    return {
        .label = view.next, .icon = ui::Icon::arrow_right, .side = ui::Side::right, .fill = ui::Fill::filled};
}

// One card with all of it, and the code beside it. Nothing when that has no room.
std::optional<bool> draw_whole(ui::Ui& ui, Rect body, const View& view)
{
    const float margin = ui.theme().margin();
    const float gap = ui.layout().gap;
    const Rect above = body.without_bottom(ui.theme().target() + gap);
    const auto columns = view.qr ? above.columns({2.0F, 1.0F}, gap) : std::vector<Rect>{above};
    const Rect inside = columns[0].inset(margin, ui.px(3.0F)).snapped(); // as it is measured, so it is drawn
    const auto text = joined(view.sentences);
    const float square = std::round(ui.px(26.0F));
    const float between = std::ceil(ui.px(1.5F));
    const ui::TextStyle heading{.face = ui::Face::title, .role = ui::Role::heading};
    for (const bool picture : {true, false}) {
        const Rect words = picture ? inside.without_left(square + margin) : inside;
        const float heading_height = ui.text_height(words.w, view.heading, heading);
        const float height = heading_height + between + ui.text_height(words.w, text);
        if (height > inside.h) continue;
        ui.card(columns[0]);
        if (picture)
            ui.picture(inside.left_part(square).middle(square, square),
                       {.icon = view.icon, .tint = ui::Ground::mint});
        const Rect place = words.middle(words.w, std::ceil(height));
        ui.text(place, view.heading, heading);
        ui.text(place.without_top(heading_height + between), text);
        if (view.qr) draw_qr(ui, columns[1], *view.qr);
        return ui.button(body.bottom_part(ui.theme().target()).columns(2, gap)[1], next_button(view));
    }
    return std::nullopt;
}

// One thing under the other.
bool draw_list(ui::Ui& ui, Rect body, ui::ListState& state, const View& view)
{
    bool touched = false;
    const ui::TextStyle heading{.face = ui::Face::title, .role = ui::Role::heading};
    const std::size_t sentences = view.sentences.size();
    const std::size_t qr = view.qr ? 1 : 0;
    const auto height = [&](std::size_t item, float width) {
        if (item == 0) return ui.text_height(width, view.heading, heading);
        if (item <= sentences) return ui.text_height(width, view.sentences[item - 1]);
        return item <= sentences + qr ? body.h : ui.theme().target();
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        if (item == 0)
            ui.text(place, view.heading, heading);
        else if (item <= sentences)
            ui.text(place, view.sentences[item - 1]);
        else if (item <= sentences + qr)
            draw_qr(ui, place, *view.qr);
        else
            touched = ui.button(place, next_button(view));
    };
    ui.list(body, state,
            {.count = 2 + sentences + qr, .gap = ui.layout().key_gap, .height = height, .draw = draw_item});
    return touched;
}

} // namespace

std::optional<std::size_t> draw(ui::Ui& ui, ui::ListState& state, const MenuView& view)
{
    const auto body = widgets::page_top(ui, view.title);
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand};
    std::vector<ui::Tile> tiles;
    for (std::size_t i = 0; i < view.choices.size(); ++i)
        tiles.push_back({.title = view.choices[i].title,
                         .detail = view.choices[i].detail,
                         .icon = view.choices[i].icon,
                         .tint = tints[(i + i / 2) % 2]});
    return widgets::tile_grid(ui, body, ui.theme().large() ? 1 : 2, tiles, state);
}

std::optional<Next> draw(ui::Ui& ui, ui::ListState& state, const View& view)
{
    const auto body = widgets::page_top(ui, view.title, view.corner);
    const auto whole = ui.theme().big() ? std::nullopt : draw_whole(ui, body, view);
    const bool touched = whole ? *whole : draw_list(ui, body, state, view);
    return touched ? std::optional{Next{}} : std::nullopt;
}

} // namespace frikort::kiosk::screens::learn
