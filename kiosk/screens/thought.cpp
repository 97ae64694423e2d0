// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/thought.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/qr_frame.hpp"

namespace frikort::kiosk::screens {

using ui::Rect;

namespace {

using Ways = std::vector<ui::Button>;

const ui::TextStyle heading_style{.face = ui::Face::title, .role = ui::Role::heading};

std::string words_of(const Thought& thought)
{
    const char* between = thought.lines == Thought::Lines::one_each ? "\n" : " ";
    std::string all;
    for (const auto& sentence : thought.sentences) all += (all.empty() ? "" : between) + sentence;
    return thought.aside.empty() ? all : all + "\n" + thought.aside;
}

void draw_qr(ui::Ui& ui, Rect place, const Thought::Qr& qr)
{
    ui.card(place);
    const Rect inside = place.inset(ui.px(3.0F));
    const ui::TextStyle style{.align = ui::Align::centre};
    const float height = qr.caption.empty() ? 0 : ui.text_height(inside.w, qr.caption, style);
    const float between = qr.caption.empty() ? 0 : ui.px(2.0F);
    widgets::qr_frame(ui, inside.without_bottom(height + between), {.content = qr.content, .name = qr.title});
    if (!qr.caption.empty()) ui.text(inside.bottom_part(height), qr.caption, style);
}

// In a row with at least two places, the last way at the right.
std::vector<Rect> places_of(const ui::Ui& ui, Rect row, const Ways& ways)
{
    auto places = row.columns(std::max(2, static_cast<int>(ways.size())), ui.layout().gap);
    places.erase(places.begin(), places.end() - static_cast<std::ptrdiff_t>(ways.size()));
    return places;
}

bool row_fits(const ui::Ui& ui, Rect row, const Ways& ways)
{
    const auto places = places_of(ui, row, ways);
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (!ui.fits(places[i], ways[i])) return false;
    return true;
}

// The widest word of a label, px.
float widest_word(const ui::Ui& ui, std::string_view label)
{
    float widest = 0;
    while (!label.empty()) {
        const auto end = std::min(label.find(' '), label.size());
        widest = std::max(widest, ui.text_width(label.substr(0, end), {.face = ui::Face::label}));
        label.remove_prefix(std::min(end + 1, label.size()));
    }
    return widest;
}

// Several ways as they fit side by side; if need be without their icons, and with a label in two lines.
std::optional<Ways> row_of(const ui::Ui& ui, Rect row, Ways ways)
{
    if (ways.size() < 2) return std::nullopt;
    if (row_fits(ui, row, ways)) return ways;
    for (auto& way : ways) way.icon = ui::Icon::none;
    const auto places = places_of(ui, row, ways);
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (widest_word(ui, ways[i].label) > places[i].w - 2 * ui.px(4.0F)) return std::nullopt;
    return ways;
}

std::optional<std::size_t> draw_row(ui::Ui& ui, Rect row, const Ways& ways)
{
    std::optional<std::size_t> touched;
    const auto places = places_of(ui, row, ways);
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (ui.button(places[i], ways[i])) touched = i;
    return touched;
}

struct Drawn {
    std::optional<std::size_t> touched;
};

// Nothing when that has no room.
std::optional<Drawn> draw_whole(ui::Ui& ui, Rect body, const Thought& thought, const Ways& ways)
{
    const float margin = ui.theme().margin();
    const float gap = ui.layout().gap;
    const Rect row = body.bottom_part(ui.theme().target());
    if (!row_fits(ui, row, ways)) return std::nullopt;
    const Rect above = body.without_bottom(ui.theme().target() + gap);
    const auto columns = thought.qr ? above.columns({2.0F, 1.0F}, gap) : std::vector<Rect>{above};
    const Rect inside = columns[0].inset(margin, ui.px(3.0F)).snapped(); // as it is measured, so it is drawn
    const auto text = words_of(thought);
    const float square = std::round(ui.px(26.0F));
    const float between = std::ceil(ui.px(1.5F));
    for (const bool picture : {true, false}) {
        const Rect words = picture ? inside.without_left(square + margin) : inside;
        const float heading_height = ui.text_height(words.w, thought.heading, heading_style);
        const float height = heading_height + between + ui.text_height(words.w, text);
        if (height > inside.h) continue;
        ui.card(columns[0]);
        if (picture)
            ui.picture(inside.left_part(square).middle(square, square),
                       {.icon = thought.icon, .tint = ui::Ground::mint});
        const Rect place = words.middle(words.w, std::ceil(height));
        ui.text(place, thought.heading, heading_style);
        ui.text(place.without_top(heading_height + between), text, {.privacy = thought.privacy});
        if (thought.qr) draw_qr(ui, columns[1], *thought.qr);
        return Drawn{draw_row(ui, row, ways)};
    }
    return std::nullopt;
}

// One thing under the other.
std::optional<std::size_t> draw_list(ui::Ui& ui, Rect body, ui::ListState& state, const Thought& thought,
                                     const Ways& ways, WaysInList order)
{
    enum class Kind { heading, sentence, qr, row, way };
    struct Item {
        Kind kind;
        std::size_t which = 0;
    };
    std::vector<Item> items{{Kind::heading}};
    // With room left for the list's own button.
    const auto side_by_side = row_of(
        ui,
        body.bottom_part(ui.theme().target())
            .without_right(ui.layout().gap +
                           std::max(ui.theme().target(), ui.text_width(ui.words().more) + 2 * ui.px(2.6F))),
        ways);
    const auto add_ways = [&] {
        if (side_by_side) return items.push_back({Kind::row});
        for (std::size_t i = ways.size(); i > 0; --i)
            items.push_back({Kind::way, order == WaysInList::early ? ways.size() - i : i - 1});
    };
    if (order == WaysInList::early) add_ways();
    auto sentences = thought.sentences;
    if (!thought.aside.empty()) sentences.push_back(thought.aside);
    for (std::size_t i = 0; i < sentences.size(); ++i) items.push_back({Kind::sentence, i});
    if (thought.qr) items.push_back({Kind::qr});
    if (order == WaysInList::late) add_ways();

    std::optional<std::size_t> touched;
    const auto height = [&](std::size_t item, float width) {
        switch (items[item].kind) {
        case Kind::heading:
            return ui.text_height(width, thought.heading, heading_style);
        case Kind::sentence:
            return ui.text_height(width, sentences[items[item].which]);
        case Kind::qr:
            return body.h;
        default:
            return ui.theme().target();
        }
    };
    const auto draw_item = [&](std::size_t item, Rect place) {
        switch (items[item].kind) {
        case Kind::heading:
            ui.text(place, thought.heading, heading_style);
            break;
        case Kind::sentence:
            ui.text(place, sentences[items[item].which], {.privacy = thought.privacy});
            break;
        case Kind::qr:
            draw_qr(ui, place, *thought.qr);
            break;
        case Kind::row:
            if (const auto way = draw_row(ui, place, *side_by_side)) touched = way;
            break;
        case Kind::way:
            if (ui.button(place, ways[items[item].which])) touched = items[item].which;
            break;
        }
    };
    ui.list(body, state,
            {.count = items.size(), .gap = ui.layout().key_gap, .height = height, .draw = draw_item});
    return touched;
}

} // namespace

std::optional<std::size_t> draw_thought(ui::Ui& ui, Rect body, ui::ListState& state, const Thought& thought,
                                        const std::vector<ui::Button>& ways, WaysInList order)
{
    if (!ui.theme().big())
        if (const auto whole = draw_whole(ui, body, thought, ways)) return whole->touched;
    return draw_list(ui, body, state, thought, ways, order);
}

} // namespace frikort::kiosk::screens
