// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/help/help.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::help {

using sheet::Intent;
using ui::Rect;

namespace {

std::vector<ui::Tile> tiles(const sheet::View& view)
{
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand, ui::Ground::sand,
                                           ui::Ground::mint};
    std::vector<ui::Tile> all;
    for (const auto& choice : view.choices)
        all.push_back({.title = choice.title,
                       .detail = choice.detail,
                       .icon = choice.icon,
                       .tint = tints[all.size() % 4]});
    return all;
}

// The same in two halves beside a picture; empty where there is no room for that.
std::vector<ui::Tile> halved(const ui::Ui& ui, Rect rect, const sheet::View& view)
{
    auto all = tiles(view);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].name = all[i].title;
        all[i].title = view.lines[i].title;
        all[i].detail = view.lines[i].detail;
        if (ui.tile_shape(rect, all[i]) > ui::TileShape::above) return {};
    }
    return all;
}

// Big mode: what is urgent, the topics, the way to an answer, one under the other.
std::optional<Intent> topics_one_by_one(ui::Ui& ui, Rect body, ui::ListState& list, const sheet::View& view)
{
    std::optional<Intent> intent;
    const auto offered = tiles(view);
    const ui::Notice urgent{.text = view.told, .icon = view.icon};
    ui.list(body, list,
            {.count = offered.size() + 2,
             .gap = ui.layout().gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0 ? ui.notice_height(width, urgent) : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         ui.notice(place, urgent);
                     else if (item <= offered.size()) {
                         if (ui.tile(place, offered[item - 1])) intent = sheet::Choose{item - 1};
                     } else if (ui.button(place, {.label = view.ways[0].title, .icon = view.ways[0].icon})) {
                         intent = sheet::Way{0};
                     }
                 }});
    return intent;
}

std::optional<Intent> topics(ui::Ui& ui, ui::ListState& list, const sheet::View& view)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const ui::Notice urgent{.text = view.told, .icon = view.icon};
    const auto top = body.columns({3.0F, 1.0F}, ui.layout().gap);
    const float height = std::max(ui.theme().target() * 1.25F, ui.notice_height(top[0].w, urgent));
    const float tile = (body.h - height - 2 * ui.layout().gap) / 2;
    // A topic takes two lines.
    if (ui.theme().big() || tile < 2 * ui.theme().line(ui::Face::title) + ui.px(3.0F)) {
        intent = topics_one_by_one(ui, body, list, view);
    } else {
        ui.notice(top[0].top_part(height), urgent);
        const Rect below = body.without_top(height + ui.layout().gap);
        auto offered = halved(ui, below.rows(2, ui.layout().gap)[0].columns(2, ui.layout().gap)[0], view);
        if (offered.empty()) offered = tiles(view);
        if (const auto touched = widgets::tile_grid(ui, below, 2, offered, list))
            intent = sheet::Choose{*touched};
        if (ui.button(top[1].top_part(height), {.label = view.ways[0].title, .icon = view.ways[0].icon}))
            intent = sheet::Way{0};
    }
    if (const auto line = ui.scanned(); line && !intent) return sheet::Scanned{*line};
    return intent;
}

// What will be sent, each of it to be changed; who reads it; and the one way on.
std::optional<Intent> check(ui::Ui& ui, ui::ListState& list, const sheet::View& view)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const float gap = ui.layout().gap;
    const float target = ui.theme().target();
    std::vector<ui::Answer> answers;
    for (const auto& line : view.lines)
        answers.push_back(
            {.question = line.title, .answer = line.value, .change = view.again, .privacy = line.privacy});
    const auto draw_answer = [&](std::size_t i, Rect place) {
        if (ui.answer(place, answers[i])) intent = sheet::Choose{i};
    };
    const auto draw_send = [&](Rect place) {
        const auto& way = view.ways[0];
        if (ui.button(place, {.label = way.title, .icon = way.icon, .fill = ui::Fill::filled}))
            intent = sheet::Way{0};
    };
    const auto halves = body.columns({3.0F, 2.0F}, gap);
    const Rect card = halves[1].without_bottom(target + gap);
    const Rect inside = card.inset(ui.px(4.5F), ui.px(1.5F));
    if (!ui.theme().big() && ui.text_height(inside.snapped().w, view.told) <= inside.h) {
        const auto rows = halves[0].rows(static_cast<int>(answers.size()), gap);
        auto shape = ui::AnswerShape::whole; // one for all of them
        for (const auto& answer : answers) shape = std::max(shape, ui.answer_shape(rows[0], answer));
        for (std::size_t i = 0; i < answers.size(); ++i) {
            answers[i].shape = shape;
            draw_answer(i, rows[i]);
        }
        ui.card(card);
        ui.text(inside, view.told, {.anchor = ui::Anchor::middle});
        draw_send(halves[1].bottom_part(target));
        return intent;
    }
    ui.list(body, list,
            {.count = answers.size() + 2,
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == answers.size() ? ui.text_height(width, view.told) : target;
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item < answers.size())
                         draw_answer(item, place);
                     else if (item == answers.size())
                         ui.text(place, view.told);
                     else
                         draw_send(place);
                 }});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const sheet::View& view)
{
    if (model.step == Step::topic) return topics(ui, model.list, view);
    if (model.step == Step::check) return check(ui, model.list, view);
    return sheet::draw(ui, view, model.typed, model.list);
}

} // namespace frikort::kiosk::screens::help
