// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <utility>

#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/requests/requests.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::screens::requests {

using ui::Rect;

namespace {

// One card of the conversation. What somebody wrote may need several: then only the first says who.
struct Piece {
    std::string_view who, day, words;
};

ui::Row row_of(const Piece& piece)
{
    return {.title = piece.who, .detail = piece.words, .value = piece.day, .privacy = ui::Privacy::personal};
}

// The longest beginning of `words`, whole words, whose card is no higher than `most`; at least one word.
std::string_view beginning_that_fits(ui::Ui& ui, Piece piece, float width, float most)
{
    const auto words = piece.words;
    const auto fits = [&](std::string_view some) {
        piece.words = some;
        return ui.row_height(width, row_of(piece)) <= most;
    };
    if (fits(words)) return words;
    std::string_view best = words.substr(0, words.find(' '));
    for (auto at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
        if (!fits(words.substr(0, at))) break;
        best = words.substr(0, at);
    }
    return best;
}

// All that was said, in cards of which each can be seen whole; the first one below the wish, if some lines of
// it have room there.
std::vector<Piece> pieces(ui::Ui& ui, const Page& page, float width, float most)
{
    std::vector<Piece> all;
    float room = most;
    if (!page.wish.empty() && !page.said.empty()) {
        const auto& first = page.said.front();
        const float below = most - ui.text_height(width, page.wish) - ui.theme().least_gap();
        const float head = ui.row_height(width, row_of({first.who, first.day, {}}));
        if (below >= head + 2 * ui.theme().line(ui::Face::body)) room = below;
    }
    for (const auto& said : page.said) {
        Piece piece{said.who, said.day, said.words};
        std::string_view left = said.words;
        while (!left.empty()) {
            piece.words = left;
            piece.words = beginning_that_fits(ui, piece, width, std::exchange(room, most));
            all.push_back(piece);
            left.remove_prefix(std::min(left.size(), piece.words.size() + 1));
            piece = {};
        }
    }
    return all;
}

} // namespace

std::optional<sheet::Intent> draw(ui::Ui& ui, const Page& page, ui::ListState& state)
{
    const auto body = widgets::page_top(ui, page.title);
    const ui::Button other{.label = page.other, .icon = page.other_icon};
    const ui::Button main{.label = page.main, .icon = page.main_icon, .fill = ui::Fill::filled};
    std::optional<sheet::Intent> intent;
    const bool big = ui.theme().big();
    const float target = ui.theme().target();
    const Rect above = big ? body : body.without_bottom(target + ui.layout().key_gap);
    // Measured for where "Mere" stands beside them, so that they are the same with and without it.
    const float narrow = above.w - 2 * target;
    const auto cards = pieces(ui, page, narrow, above.h);
    const auto card_height = [&](std::size_t card, float width) {
        return ui.row_height(width, row_of(cards[card]));
    };
    const std::size_t wish = page.wish.empty() ? 0 : 1;
    const float taken = wish == 0 ? 0 : ui.text_height(above.w, page.wish) + ui.theme().least_gap();
    const auto whole_height = [&](std::size_t card) { return card_height(card, above.w); };
    const float air = big ? 0 : air_per_row(ui, above.h - taken, cards.size(), whole_height);
    // The few words of an answer that is to be sent need no list.
    const bool alone = cards.size() == 1 && cards[0].who.empty() && !big;
    if (alone && ui.text_height(above.w * 0.6F, cards[0].words) <= above.h - 2 * ui.theme().margin())
        draw_told(ui, above, ui::Icon::chat, cards[0].words, ui::Privacy::personal);
    else
        ui.list(above, state,
                {.count = wish + cards.size() + (big ? 2 : 0),
                 .gap = ui.theme().least_gap(),
                 .height =
                     [&](std::size_t item, float width) {
                         if (item < wish) return ui.text_height(width, page.wish);
                         item -= wish;
                         return item < cards.size() ? card_height(item, width) + air : target;
                     },
                 .draw =
                     [&](std::size_t item, Rect place) {
                         if (item < wish) {
                             ui.text(place, page.wish, {.privacy = ui::Privacy::personal});
                             return;
                         }
                         item -= wish;
                         if (item < cards.size()) {
                             ui.row(place, row_of(cards[item]));
                         } else if (item == cards.size()) { // in a list the main way comes first
                             if (ui.button(place, main)) intent = sheet::Choose{1};
                         } else if (ui.button(place, other)) {
                             intent = sheet::Choose{0};
                         }
                     }});
    if (big) return intent;
    const auto places = body.bottom_part(target).columns(2, ui.layout().gap);
    if (ui.button(places[0], other)) intent = sheet::Choose{0};
    if (ui.button(places[1], main)) intent = sheet::Choose{1};
    return intent;
}

} // namespace frikort::kiosk::screens::requests
