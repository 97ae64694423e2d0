// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/draw.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::log_pay {

using ui::Rect;

namespace {

// Choices in a grid that pages when it is larger than the body: tiles of one shape where they say more than a
// word.
std::optional<Intent> choices(ui::Ui& ui, Rect body, ui::ListState& list, const std::vector<Choice>& offered,
                              int across)
{
    std::optional<Intent> intent;
    const bool plain = std::all_of(offered.begin(), offered.end(), [](const Choice& choice) {
        return choice.icon == ui::Icon::none && choice.detail.empty();
    });
    if (plain) {
        widgets::cell_grid(
            ui, body, list,
            {.count = offered.size(), .across = across, .draw = [&](std::size_t i, Rect cell) {
                 if (ui.button(cell, {.label = offered[i].title, .enabled = offered[i].enabled}))
                     intent = offered[i].intent;
             }});
        return intent;
    }
    std::vector<ui::Tile> tiles;
    for (const auto& choice : offered)
        tiles.push_back(
            {.title = choice.title, .detail = choice.detail, .icon = choice.icon, .enabled = choice.enabled});
    if (const auto touched = widgets::tile_grid(ui, body, across, tiles, list))
        intent = offered[*touched].intent;
    return intent;
}

std::optional<Intent> number(ui::Ui& ui, const View& view)
{
    const bool amount = view.step == Step::amount;
    const auto key =
        widgets::number_pad(ui, {.heading = view.title,
                                 .corner = view.corner,
                                 .comma = widgets::Comma::yes,
                                 .action = view.action,
                                 .field = {.name = view.field_name,
                                           .value = view.field,
                                           .placeholder = view.unit,
                                           .privacy = amount ? ui::Privacy::personal : ui::Privacy::open},
                                 .hint = view.told,
                                 .other = view.extra});
    if (!key) return std::nullopt;
    if (*key == widgets::PadKey::other) return NotKnown{};
    return Pad{*key};
}

std::optional<Intent> words(ui::Ui& ui, Model& model, const View& view)
{
    const auto stroke = widgets::keyboard(
        ui, typing_body(ui, view.title),
        {.field = {.name = view.field_name,
                   .value = view.field,
                   .placeholder = ui.theme().big() ? std::string_view{view.title} : std::string_view{},
                   .align = ui::Align::left,
                   .face = ui::Face::title},
         .wrong = view.told,
         .action = view.action,
         .space = view.space,
         .erase = view.erase,
         .digits = view.digits,
         .letters = view.letters},
        model.keyboard);
    if (std::holds_alternative<std::monostate>(stroke)) return std::nullopt;
    return Stroke{stroke};
}

std::optional<Intent> check(ui::Ui& ui, Rect body, ui::ListState& state, const View& view)
{
    std::optional<Intent> intent;
    const float gap = ui.layout().gap;
    const int across = ui.theme().big() ? 1 : 2;
    const auto rows = view.cards.size() / static_cast<std::size_t>(across) + 1;
    const float height =
        std::max(ui.theme().target(), (body.h - gap * static_cast<float>(rows - 1) - ui.theme().target()) /
                                          static_cast<float>(rows - 1));
    std::vector<ui::Answer> answers;
    for (const auto& card : view.cards)
        answers.push_back({.icon = card.icon,
                           .question = card.question,
                           .answer = card.answer,
                           .brief = card.brief,
                           .change = view.change,
                           .privacy = card.privacy});
    const auto draw_row = [&](std::size_t row, Rect place) {
        if (row + 1 == rows) {
            const Rect save = place.columns(across, gap).back();
            if (ui.button(save, {.label = view.save, .icon = ui::Icon::check, .fill = ui::Fill::filled}))
                intent = Save{};
            return;
        }
        const auto cells = place.columns(across, gap);
        auto shape = ui::AnswerShape::whole; // one for all of them
        for (const auto& answer : answers) shape = std::max(shape, ui.answer_shape(cells.front(), answer));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::size_t i = row * static_cast<std::size_t>(across) + column;
            ui::Answer answer = answers[i];
            answer.shape = shape;
            if (ui.answer(cells[column], answer)) intent = Change{view.cards[i].step};
        }
    };
    ui.list(body, state,
            {.count = rows,
             .gap = gap,
             .height = [&](std::size_t row, float) { return row + 1 == rows ? ui.theme().target() : height; },
             .draw = draw_row});
    return intent;
}

// A question or a piece of news with one or two ways on.
std::optional<Intent> yes_or_no(ui::Ui& ui, Rect body, ui::ListState& list, const View& view,
                                const Intent& yes, const Intent& no)
{
    const bool saved = view.step == Step::saved;
    std::vector<ui::Button> ways;
    if (!view.no_.empty()) ways.push_back({.label = view.no_});
    ways.push_back({.label = view.yes, .icon = ui::Icon::check, .fill = ui::Fill::filled});
    const auto way = draw_question(ui, body, list,
                                   {.icon = saved ? ui::Icon::check_circle : ui::Icon::help,
                                    .tint = saved ? ui::Ground::mint : ui::Ground::sand,
                                    .words = view.told,
                                    .privacy = view.amount_shown ? ui::Privacy::personal : ui::Privacy::open,
                                    .ways = ways});
    if (!way) return std::nullopt;
    return *way + 1 == ways.size() ? yes : no;
}

// In big mode there is no room for it beside the keys.
std::optional<Intent> wrong(ui::Ui& ui, Model& model, const View& view)
{
    const auto way =
        draw_wrong(ui, model.list, view.title, view.told, {{.label = view.again, .fill = ui::Fill::filled}});
    return way ? std::optional<Intent>{Read{}} : std::nullopt;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    if (view.wrong && ui.theme().big()) return wrong(ui, model, view);
    if (view.step == Step::typed_place) return words(ui, model, view);
    if (view.step == Step::hours || view.step == Step::amount) return number(ui, view);
    const auto body = widgets::page_top(ui, view.title, view.corner);
    const bool big = ui.theme().big();
    switch (view.step) {
    case Step::resume:
        return yes_or_no(ui, body, model.list, view, Resume{}, Drop{});
    case Step::old_day:
    case Step::large_amount:
        return yes_or_no(ui, body, model.list, view, Sure{}, NotSure{});
    case Step::saved:
        return yes_or_no(ui, body, model.list, view, Finish{}, Another{});
    case Step::day:
        return choices(ui, draw_notice(ui, body, view.told, Wrong{view.wrong}), model.list, view.choices,
                       big ? 2 : 3);
    case Step::place:
        return choices(ui, body, model.list, view.choices, big ? 1 : 2);
    case Step::year:
    case Step::month:
        return choices(ui, body, model.list, view.choices, big ? 2 : 4);
    case Step::date:
        return choices(ui, draw_notice(ui, body, view.told, Wrong{view.wrong}), model.list, view.choices,
                       big ? 5 : 8);
    case Step::typed_place:
    case Step::hours:
    case Step::amount:
        break;
    case Step::check:
        return check(ui, body, model.list, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::log_pay
