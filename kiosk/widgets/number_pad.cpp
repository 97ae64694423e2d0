// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/number_pad.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/widgets/big_pad.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::widgets {

namespace {

using ui::Rect;

constexpr std::array digit_names{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

bool draw_key(ui::Ui& ui, Rect where, PadKey key, const NumberPad& pad)
{
    switch (key) {
    case PadKey::erase:
        return ui.key(where, {.icon = ui::Icon::erase,
                              .icon_size = ui::IconSize::medium,
                              .enabled = pad.erase,
                              .spoken = ui.words().erase});
    case PadKey::comma:
        return ui.key(where, {.label = ",", .spoken = ui.words().comma});
    case PadKey::action:
        return ui.button(where, {.label = pad.action,
                                 .icon = pad.action_icon,
                                 .side = ui::Side::right,
                                 .fill = ui::Fill::filled,
                                 .face = ui::Face::title,
                                 .enabled = pad.action_enabled});
    case PadKey::other:
        return ui.button(where, {.label = pad.other});
    default:
        return ui.key(where, {.label = digit_names[static_cast<std::size_t>(key)]});
    }
}

// Three by four at the left; field, hint and action at the right.
std::optional<PadKey> draw_normal(ui::Ui& ui, Rect body, const NumberPad& pad)
{
    const auto& layout = ui.layout();
    const auto halves = body.columns({1.04F, 1.0F}, std::round(layout.gap * 2));
    const auto rows = halves[0].rows(4, layout.key_gap);
    const Rect right = halves[1];

    // Read first what is asked and what is there, then the keys.
    const bool tight = !pad.other.empty() && !pad.hint.empty();
    const float field_height =
        tight ? rows[0].h : std::round(std::min(right.h * 0.31F, rows[1].bottom() - right.y));
    ui.field(right.top_part(field_height), pad.field);
    const Rect action_place{right.x, rows[3].y, right.w, rows[3].h};
    const Rect other_place{right.x, rows[2].y, right.w, rows[2].h};
    if (tight) {
        const float top = right.y + field_height;
        ui.text({right.x, top, right.w, other_place.y - top}, pad.hint, {.anchor = ui::Anchor::middle});
    } else if (!pad.hint.empty()) {
        const float top = right.y + field_height + layout.gap;
        ui.text({right.x, top, right.w, action_place.y - layout.gap - top}, pad.hint);
    }

    using enum PadKey;
    constexpr PadKey none = PadKey::action; // drawn elsewhere
    const std::array<std::array<PadKey, 3>, 4> keys{
        {{d1, d2, d3}, {d4, d5, d6}, {d7, d8, d9}, {pad.comma == Comma::yes ? comma : none, d0, erase}}};
    std::optional<PadKey> touched;
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const auto places = rows[row].columns(3, layout.gap);
        for (std::size_t column = 0; column < places.size(); ++column) {
            const PadKey key = keys[row][column];
            if (key != none && draw_key(ui, places[column], key, pad)) touched = key;
        }
    }
    if (!pad.other.empty() && draw_key(ui, other_place, PadKey::other, pad)) touched = PadKey::other;
    if (draw_key(ui, action_place, PadKey::action, pad)) touched = PadKey::action;
    return touched;
}

// Question, field and other answers on top, six by two below.
std::optional<PadKey> draw_big(ui::Ui& ui, const NumberPad& pad)
{
    using enum PadKey;
    const float gap = ui.layout().key_gap;
    std::vector<PadKey> extras;
    std::vector<float> widths;
    if (pad.comma == Comma::yes) {
        extras.push_back(comma);
        widths.push_back(ui.theme().target());
    }
    if (!pad.other.empty()) {
        extras.push_back(other);
        widths.push_back(beside_width(ui, pad.other));
    }
    const auto places = big_pad(ui, widths);
    heading_row(ui, places.question, pad.heading, pad.corner);

    std::string spoken{pad.field.spoken};
    ui::Field field = pad.field;
    field.news = field.spoken.empty() ? field.value : field.spoken;
    const float hint_height = pad.hint.empty() ? 0 : ui.text_height(places.field.w, pad.hint);
    const bool hint_fits = hint_height > 0 && places.field.h - hint_height - gap > ui.px(18.0F);
    if (!pad.hint.empty() && !hint_fits) {
        if (spoken.empty())
            spoken.append(field.name)
                .append(": ")
                .append(field.value.empty() ? field.placeholder : field.value);
        spoken.append(". ").append(ui::plain(pad.hint));
        field.spoken = spoken;
    }
    ui.field(hint_fits ? places.field.without_bottom(hint_height + gap) : places.field, field);
    if (hint_fits) ui.text(places.field.bottom_part(hint_height), pad.hint);

    std::optional<PadKey> touched;
    for (std::size_t i = 0; i < extras.size(); ++i)
        if (draw_key(ui, places.beside[i], extras[i], pad)) touched = extras[i];
    constexpr std::array<PadKey, 12> keys{d1, d2, d3, d4, d5, erase, d6, d7, d8, d9, d0, action};
    const auto weights = big_columns(ui, ui.layout().body.w, pad.action);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto cells = places.keys[i / 6].columns(weights, gap);
        if (draw_key(ui, cells[i % 6], keys[i], pad)) touched = keys[i];
    }
    return touched;
}

std::optional<PadKey> typed_key(const ui::Ui& ui, const NumberPad& pad)
{
    if (ui.backspaced() && pad.erase == ui::Enabled::yes) return PadKey::erase;
    const std::string typed = ui.typed();
    if (typed.size() != 1) return std::nullopt;
    if (typed[0] >= '0' && typed[0] <= '9') return static_cast<PadKey>(typed[0] - '0');
    if ((typed[0] == ',' || typed[0] == '.') && pad.comma == Comma::yes) return PadKey::comma;
    return std::nullopt;
}

} // namespace

std::optional<PadKey> number_pad(ui::Ui& ui, const NumberPad& pad)
{
    const auto touched =
        ui.theme().big() ? draw_big(ui, pad) : draw_normal(ui, page_top(ui, pad.heading, pad.corner), pad);
    return touched ? touched : typed_key(ui, pad);
}

std::optional<char> character_of(PadKey key)
{
    if (key <= PadKey::d9) return static_cast<char>('0' + static_cast<int>(key));
    if (key == PadKey::comma) return ',';
    return std::nullopt;
}

} // namespace frikort::kiosk::widgets
