// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <cmath>

#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/sheet/sheet.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/qr_frame.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::sheet {

using ui::Rect;

namespace {

std::vector<ui::Button> buttons(const View& view)
{
    std::vector<ui::Button> all;
    for (const auto& way : view.ways)
        all.push_back(
            {.label = way.title,
             .icon = way.icon,
             .fill = &way == &view.ways.back() && !view.plain_ways ? ui::Fill::filled : ui::Fill::outlined,
             .enabled = way.enabled});
    return all;
}

std::optional<Intent> type(ui::Ui& ui, const View& view, Typing& typed, ui::ListState& list)
{
    // In big mode there is no room beside the keys for what was wrong.
    if (view.wrong && ui.theme().big()) {
        const auto way =
            draw_wrong(ui, list, view.title, view.told, {{.label = view.again, .fill = ui::Fill::filled}});
        return way ? std::optional<Intent>{Read{}} : std::nullopt;
    }
    const bool big = ui.theme().big();
    // A card is written in capitals.
    auto field = view.field;
    if (view.keys == widgets::KeySet::card)
        std::transform(field.begin(), field.end(), field.begin(), [](char sign) {
            return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 32) : sign;
        });
    const auto stroke = widgets::keyboard(ui, typing_body(ui, view.title),
                                          {.keys = view.keys,
                                           .field = {.name = view.title,
                                                     .value = field,
                                                     .placeholder = big ? view.title : view.hint,
                                                     .align = ui::Align::left,
                                                     .face = ui::Face::title,
                                                     .spoken = view.spoken},
                                           .wrong = view.wrong ? view.told : std::string_view{},
                                           .action = view.action,
                                           .space = view.space,
                                           .erase = view.erase,
                                           .digits = view.digits,
                                           .letters = view.letters},
                                          typed.keyboard);
    if (const auto line = ui.scanned()) return Scanned{*line};
    if (std::holds_alternative<std::monostate>(stroke)) return std::nullopt;
    return Stroke{stroke};
}

std::optional<Intent> ask(ui::Ui& ui, const View& view, ui::ListState& list)
{
    const auto way = draw_question(ui, widgets::page_top(ui, view.title, view.corner), list,
                                   {.icon = view.icon,
                                    .tint = view.tint,
                                    .words = view.told,
                                    .privacy = view.privacy,
                                    .ways = buttons(view)});
    if (way) return Choose{*way};
    if (const auto line = ui.scanned()) return Scanned{*line};
    return std::nullopt;
}

std::optional<Intent> choose(ui::Ui& ui, const View& view, ui::ListState& list)
{
    auto body = widgets::page_top(ui, view.title, view.corner);
    if (!ui.theme().big() || view.wrong) body = draw_notice(ui, body, view.told, Wrong{view.wrong});
    std::vector<ui::Tile> tiles;
    static constexpr ui::Ground tints[] = {ui::Ground::mint, ui::Ground::sand};
    for (const auto& choice : view.choices)
        tiles.push_back({.title = choice.title,
                         .detail = choice.detail,
                         .icon = choice.icon,
                         .tint = tints[tiles.size() % 2],
                         .enabled = choice.enabled});
    const int across = ui.theme().big() ? 1 : view.across;
    const auto touched = widgets::tile_grid(ui, body, across, tiles, list);
    return touched ? std::optional<Intent>{Choose{*touched}} : std::nullopt;
}

std::optional<Intent> lines(ui::Ui& ui, const View& view, ui::ListState& state)
{
    std::optional<Intent> intent;
    auto body = widgets::page_top(ui, view.title, view.corner);
    const bool big = ui.theme().big();
    const auto ways = buttons(view);
    std::vector<ui::Row> rows;
    for (const auto& line : view.lines)
        rows.push_back({.icon = line.icon,
                        .title = line.title,
                        .detail = line.detail,
                        .value = line.value,
                        .touchable = line.touchable,
                        .privacy = line.privacy});
    const bool below = !ways.empty() && !big;
    const Rect above = below ? body.without_bottom(ui.theme().target() + ui.layout().key_gap) : body;
    const std::size_t words = view.told.empty() ? 0 : 1;
    const auto row_height = [&](std::size_t row, float width) {
        return std::max(ui.theme().target(), ui.row_height(width, rows[row]));
    };
    const float taken = words == 0 ? 0 : ui.text_height(above.w, view.told) + ui.theme().least_gap();
    const auto whole_height = [&](std::size_t row) { return row_height(row, above.w); };
    const auto share_out = view.lines_fill ? spare_per_row : air_per_row;
    const float spare = big ? 0 : share_out(ui, above.h - taken, rows.size(), whole_height);
    if (words == 1 && rows.empty() && !big) {
        draw_told(ui, above, view.icon, view.told);
    } else {
        // In big mode the ways are further items: a row of their own would leave room for one line.
        ui.list(above, state,
                {.count = words + rows.size() + (big ? ways.size() : 0),
                 .gap = ui.theme().least_gap(),
                 .height =
                     [&](std::size_t item, float width) {
                         if (item < words) return ui.text_height(width, view.told);
                         item -= words;
                         return item < rows.size() ? row_height(item, width) + spare : ui.theme().target();
                     },
                 .draw =
                     [&](std::size_t item, Rect place) {
                         if (item < words) {
                             ui.text(place, view.told);
                             return;
                         }
                         item -= words;
                         if (item < rows.size()) {
                             if (ui.row(place, rows[item])) intent = Choose{item};
                         } else if (ui.button(place, ways[item - rows.size()])) {
                             intent = Way{item - rows.size()};
                         }
                     }});
    }
    if (below) {
        const Rect row = body.bottom_part(ui.theme().target());
        auto places = row.columns(std::max<int>(2, static_cast<int>(ways.size())), ui.layout().gap);
        if (ways.size() == 1 && !ui.fits(places.back(), ways[0])) places = {row};
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ui.button(places[places.size() - ways.size() + i], ways[i])) intent = Way{i};
    }
    if (const auto line = ui.scanned(); line && !intent) return Scanned{*line};
    return intent;
}

// The code to scan, and the letters to copy by hand: beside each other with the words, or, where the letters
// are too large for that, one under the other.
std::optional<Intent> paper(ui::Ui& ui, const View& view, ui::ListState& list)
{
    std::optional<Intent> intent;
    const auto body = widgets::page_top(ui, view.title);
    const float gap = ui.layout().gap;
    const float line = ui.theme().line(ui::Face::label);
    const float letters_height = line * static_cast<float>(view.paper.size());
    const ui::TextStyle style{
        .face = ui::Face::label, .align = ui::Align::centre, .privacy = ui::Privacy::personal};
    const auto draw_qr = [&](Rect place) {
        widgets::qr_frame(ui, place, {.content = view.qr, .name = view.qr_name});
    };
    const auto draw_letters = [&](Rect place) {
        for (std::size_t i = 0; i < view.paper.size(); ++i)
            ui.text(place.without_top(line * static_cast<float>(i)).top_part(line), view.paper[i], style);
    };
    const auto draw_way = [&](Rect place) {
        if (ui.button(place, buttons(view).back())) intent = Way{0};
    };
    const auto halves = body.columns(2, gap);
    const Rect inside = halves[0].inset(ui.px(3.0F));
    const Rect words = halves[1].without_bottom(ui.theme().target() + gap);
    const bool beside = !ui.theme().big() && ui.text_height(words.w, view.told) <= words.h &&
                        std::all_of(view.paper.begin(), view.paper.end(),
                                    [&](const auto& one) { return ui.text_width(one, style) <= inside.w; });
    if (beside) {
        ui.card(halves[0]);
        draw_qr(inside.without_bottom(letters_height + ui.px(2.0F)));
        draw_letters(inside.bottom_part(letters_height));
        ui.text(words, view.told);
        draw_way(halves[1].bottom_part(ui.theme().target()));
        return intent;
    }
    ui.list(body, list,
            {.count = 4,
             .gap = gap,
             .height =
                 [&](std::size_t item, float width) {
                     return item == 0   ? body.h
                            : item == 1 ? letters_height
                            : item == 2 ? ui.text_height(width, view.told)
                                        : ui.theme().target();
                 },
             .draw =
                 [&](std::size_t item, Rect place) {
                     if (item == 0)
                         draw_qr(place);
                     else if (item == 1)
                         draw_letters(place);
                     else if (item == 2)
                         ui.text(place, view.told);
                     else
                         draw_way(place);
                 }});
    return intent;
}

} // namespace

std::optional<Intent> draw(ui::Ui& ui, const View& view, Typing& typed, ui::ListState& list)
{
    switch (view.kind) {
    case Kind::told:
        draw_question(ui, widgets::page_top(ui, view.title), list,
                      {.icon = view.icon, .tint = view.tint, .words = view.told});
        return std::nullopt;
    case Kind::ask:
        return ask(ui, view, list);
    case Kind::choose:
        return choose(ui, view, list);
    case Kind::list:
        return lines(ui, view, list);
    case Kind::type:
        return type(ui, view, typed, list);
    case Kind::paper:
        return paper(ui, view, list);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::sheet
