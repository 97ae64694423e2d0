// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/sheet/kinds.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/tile_grid.hpp"

namespace frikort::kiosk::screens::sheet {

namespace {

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

} // namespace

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
        return draw_lines(ui, view, list);
    case Kind::type:
        return type(ui, view, typed, list);
    case Kind::paper:
        return draw_paper(ui, view, list);
    }
    return std::nullopt;
}

} // namespace frikort::kiosk::screens::sheet
