// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/new_notebook/new_notebook.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::new_notebook {

using ui::Rect;

namespace {

std::optional<Intent> typing(ui::Ui& ui, Model& model, const View& view)
{
    const auto stroke =
        widgets::keyboard(ui, typing_body(ui, view.title),
                          {.field = {.name = view.title,
                                     .value = view.field,
                                     .placeholder = ui.theme().big() ? view.title : view.corner,
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

// In big mode there is no room for it beside the keys.
std::optional<Intent> wrong(ui::Ui& ui, Model& model, const View& view)
{
    const auto way =
        draw_wrong(ui, model.list, view.title, view.told, {{.label = view.again, .fill = ui::Fill::filled}});
    return way ? std::optional<Intent>{Again{}} : std::nullopt;
}

// Big mode: what there is to say, then choice by choice.
std::optional<Intent> choices_one_by_one(ui::Ui& ui, Rect body, ui::ListState& list, const View& view)
{
    std::vector<ui::Button> ways;
    for (auto choice = view.choices.rbegin(); choice != view.choices.rend(); ++choice)
        ways.push_back({.label = choice->title});
    const auto way =
        draw_question(ui, body, list, {.icon = ui::Icon::info, .words = view.told, .ways = ways});
    return way ? std::optional<Intent>{Choose{view.choices.size() - 1 - *way}} : std::nullopt;
}

std::optional<Intent> tiles(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    if (ui.theme().big() && !view.told.empty()) return choices_one_by_one(ui, body, model.list, view);
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand, ui::Ground::mint};
    body = draw_notice(ui, body, view.told, Wrong{view.wrong});
    std::vector<ui::Tile> tiles;
    for (std::size_t i = 0; i < view.choices.size(); ++i) {
        const auto& choice = view.choices[i];
        tiles.push_back(
            {.title = choice.title, .detail = choice.detail, .icon = choice.icon, .tint = tints[i % 3]});
    }
    const int across = ui.theme().big() || tiles.size() > 2 ? 1 : 2;
    if (const auto touched = widgets::tile_grid(ui, body, across, tiles, model.list)) return Choose{*touched};
    return std::nullopt;
}

// The card as it will be in somebody's hand: the code to scan, and the letters to write down.
std::optional<Intent> card(ui::Ui& ui, Rect body, Model& model, const View& view)
{
    std::optional<Intent> intent;
    const float gap = ui.layout().gap;
    const auto draw_qr = [&](Rect place) {
        ui.card(place);
        const Rect inside = place.inset(ui.px(3.0F));
        const float words = ui.theme().line(ui::Face::label) * 2;
        widgets::qr_frame(ui, inside.without_bottom(words + ui.px(2.0F)),
                          {.content = view.qr, .name = view.qr_name});
        const Rect letters = inside.bottom_part(words);
        ui.text(letters.top_part(words / 2), view.number,
                {.face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal});
        ui.text(letters.bottom_part(words / 2), view.secret,
                {.face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal});
    };
    const auto draw_words = [&](Rect place) { ui.text(place, view.told); };
    const auto draw_done = [&](Rect place) {
        if (ui.button(place, {.label = view.done, .icon = ui::Icon::check, .fill = ui::Fill::filled}))
            intent = Done{};
    };
    if (!ui.theme().big()) {
        const auto halves = body.columns(2, gap);
        draw_qr(halves[0]);
        draw_words(halves[1].without_bottom(ui.theme().target() + gap));
        draw_done(halves[1].bottom_part(ui.theme().target()));
        return intent;
    }
    ui.list(body, model.list,
            {.count = 3,
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0   ? body.h
                            : item == 1 ? ui.text_height(width, view.told)
                                        : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         draw_qr(place);
                     else if (item == 1)
                         draw_words(place);
                     else
                         draw_done(place);
                 }});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, Model& model, const View& view)
{
    if (view.wrong && ui.theme().big()) return wrong(ui, model, view);
    if (view.step == Step::name) return typing(ui, model, view);
    if (view.step == Step::code || view.step == Step::again) {
        const auto intent = code::draw(ui, view.code, model.code.pad);
        return intent ? std::optional<Intent>{Signed{*intent}} : std::nullopt;
    }
    const auto body = widgets::page_top(ui, view.title);
    switch (view.step) {
    case Step::name:
    case Step::code:
    case Step::again:
        break;
    case Step::kind:
    case Step::recovery:
    case Step::keep:
        return tiles(ui, body, model, view);
    case Step::making:
        draw_told(ui, body, ui::Icon::book, view.told);
        return std::nullopt;
    case Step::card:
        return card(ui, body, model, view);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::new_notebook
