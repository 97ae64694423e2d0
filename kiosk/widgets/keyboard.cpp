// SPDX-License-Identifier: MPL-2.0
#include "kiosk/widgets/keyboard.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.hpp"

namespace frikort::kiosk::widgets {

using ui::Rect;

namespace {

constexpr std::size_t across = 11;
constexpr float least_key_mm = 15.0F; // kiosk.md "letter keys"
using KeyRow = std::array<std::string_view, across>;
// "" continues the key before it; the named ones are not characters.
constexpr std::string_view erase_key = "<";
constexpr std::string_view turn_key = "#";
constexpr std::string_view space_key = " ";

constexpr std::array<KeyRow, 3> letter_rows{{
    {"Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P", "Å"},
    {"A", "S", "D", "F", "G", "H", "J", "K", "L", "Æ", "Ø"},
    {"Z", "X", "C", "V", "B", "N", "M", turn_key, space_key, "", erase_key},
}};
constexpr std::array<KeyRow, 3> alphabet_rows{{
    {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"},
    {"L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V"},
    {"W", "X", "Y", "Z", "Æ", "Ø", "Å", turn_key, space_key, "", erase_key},
}};
constexpr std::array<KeyRow, 3> digit_rows{{
    {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-"},
    {".", ",", "&", "/", "+", "'", "É", "Ü", "Ö", "Ä", "!"},
    {"(", ")", "?", ":", "@", "", "", turn_key, space_key, "", erase_key},
}};
constexpr std::array<KeyRow, 3> card_rows{{
    {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A"},
    {"B", "C", "D", "E", "F", "G", "H", "J", "K", "M", "N"},
    {"P", "Q", "R", "S", "T", "V", "W", "X", "Y", "Z", erase_key},
}};

// The end of what is typed, as much of it as the field has room for in its smallest letters.
std::string end_of(const ui::Ui& ui, const Rect& field, std::string_view typed)
{
    constexpr std::size_t more_than_fits = 200; // bytes
    const ui::TextStyle smallest{.face = ui::Face::label};
    const auto width = field.inset(ui.px(6.0F), 0).snapped().w;
    const auto fits = [&](std::string_view words) {
        return ui.text_height(width, words, smallest) <= field.h;
    };
    if (typed.size() < more_than_fits && fits(typed)) return std::string{typed};
    std::string_view end = typed;
    const auto shorten = [&end] {
        const auto blank = end.find(' ');
        const bool word = blank != std::string_view::npos && blank + 1 < end.size() && blank < 40;
        end.remove_prefix(word ? blank + 1 : 1);
        while (!end.empty() && (static_cast<unsigned char>(end.front()) & 0xC0) == 0x80) end.remove_prefix(1);
    };
    while (end.size() > more_than_fits) shorten();
    auto shown = "…" + std::string{end};
    while (!end.empty() && !fits(shown)) {
        shorten();
        shown = "…" + std::string{end};
    }
    return shown;
}

Keystroke touched(ui::Ui& ui, Rect place, std::string_view key, const Keyboard& spec, KeyboardState& state)
{
    if (key == erase_key)
        return ui.key(place,
                      {.icon = ui::Icon::erase, .icon_size = ui::IconSize::small, .spoken = spec.erase})
                   ? Keystroke{Erased{}}
                   : Keystroke{};
    if (key == turn_key) {
        const auto signs = state.digits ? "Abc" : "123";
        const auto name = state.digits ? spec.letters : spec.digits;
        if (ui.key(place, {.label = signs, .face = ui::Face::label, .name = name}))
            state.digits = !state.digits;
        return {};
    }
    if (key == space_key) {
        const bool hit = ui.key(place, {.icon = ui::Icon::space_bar, .spoken = spec.space});
        return hit ? Keystroke{std::string{" "}} : Keystroke{};
    }
    return ui.key(place, {.label = key, .face = ui::Face::label}) ? Keystroke{std::string{key}} : Keystroke{};
}

// Whether what comes after `text` begins with a capital.
bool is_beginning(std::string_view text, Capitals capitals)
{
    if (text.empty()) return true;
    if (capitals == Capitals::of_words) return text.back() == ' ' || text.back() == '-';
    const auto ends = [](char sign) { return sign == '.' || sign == '!' || sign == '?'; };
    return text.size() > 1 && text.back() == ' ' && ends(text[text.size() - 2]);
}

} // namespace

Keystroke keyboard(ui::Ui& ui, Rect body, const Keyboard& spec, KeyboardState& state)
{
    const auto& theme = ui.theme();
    const float keys = 3 * std::ceil(theme.px(least_key_mm)) + 2 * theme.least_gap();
    // What was wrong stands where the field was; in large letters that takes a line more.
    const float lines_of_news = theme.look().text_size == ui::TextSize::l ? 3 : 2;
    const float news = lines_of_news * (theme.line(ui::Face::body) + theme.px(2.5F));
    const float room = std::max(theme.target(), body.h - theme.gap() - keys);
    const Rect top = body.top_part(std::floor(std::min(std::max(theme.target(), news), room)));
    const float action_width = std::max(top.w * 0.3F, theme.target());
    const auto& letters = theme.look().keys == ui::KeyOrder::alphabet ? alphabet_rows : letter_rows;
    const auto& rows = spec.keys == KeySet::card ? card_rows : state.digits ? digit_rows : letters;

    Keystroke stroke;
    const Rect field = top.without_right(action_width + theme.gap());
    if (spec.wrong.empty()) {
        const auto end = end_of(ui, field, spec.field.value);
        auto shown = spec.field;
        shown.value = end;
        ui.field(field, shown);
    } else {
        ui.notice(field, {.text = spec.wrong, .icon = ui::Icon::warning});
    }

    const auto lines = body.without_top(top.h + theme.gap()).rows(3, theme.least_gap());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto places = lines[row].columns(static_cast<int>(across), theme.least_gap());
        for (std::size_t column = 0; column < across; ++column) {
            if (rows[row][column].empty()) continue;
            Rect place = places[column];
            // The turning key shows three signs, so it takes half a place of the space bar's two.
            const float half = std::round((places[0].w + theme.least_gap()) / 2);
            if (rows[row][column] == turn_key) place.w += half;
            if (rows[row][column] == space_key)
                place = {place.x + half, place.y, places[column + 1].right() - place.x - half, place.h};
            auto one = touched(ui, place, rows[row][column], spec, state);
            if (!std::holds_alternative<std::monostate>(one)) stroke = std::move(one);
        }
    }
    if (ui.button(top.right_part(action_width), {.label = spec.action,
                                                 .icon = ui::Icon::arrow_right,
                                                 .side = ui::Side::right,
                                                 .fill = ui::Fill::filled,
                                                 .enabled = spec.action_enabled}))
        stroke = Done{};
    if (const auto typed = ui.typed(); !typed.empty()) stroke = typed;
    if (ui.backspaced()) stroke = Erased{};
    return stroke;
}

std::string spelled(std::string text, const Keystroke& stroke, std::size_t most, Capitals capitals)
{
    if (std::holds_alternative<Erased>(stroke)) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
        return text;
    }
    const auto* characters = std::get_if<std::string>(&stroke);
    if (!characters || !core::base::is_plain_text(*characters)) return text;
    if (core::base::length(text) + core::base::length(*characters) > most) return text;
    if (*characters == " " && (text.empty() || text.back() == ' ')) return text;
    return text + (is_beginning(text, capitals) ? *characters : core::base::fold_case(*characters));
}

} // namespace frikort::kiosk::widgets
