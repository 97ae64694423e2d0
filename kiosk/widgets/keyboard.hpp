// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// Letters: Danish order with æ ø å, or from A to Å where somebody chose that (ui::Look), and a key that turns
// to digits. Card: the 32 signs a card is written with.
enum class KeySet { letters, card };

struct Keyboard {
    KeySet keys = KeySet::letters;
    ui::Field field = {};         // what is typed so far, large; of much of it the end
    std::string_view wrong = {};  // what was wrong: stands in the field's place until something is typed
    std::string_view action = {}; // "Næste", at the right of the field
    ui::Enabled action_enabled = ui::Enabled::yes;
    std::string_view space = {};   // spoken for the space key
    std::string_view erase = {};   // spoken for the erase key
    std::string_view digits = {};  // spoken for the key that turns to digits
    std::string_view letters = {}; // spoken for the key that turns back
};
struct KeyboardState {
    bool digits = false;
};

struct Erased {};
struct Done {};
// What one touch, or a real keyboard, did: characters to append, erase one, or the main action.
using Keystroke = std::variant<std::monostate, std::string, Erased, Done>;

// The whole body of a "type words" screen: field and action on top, three rows of eleven keys below, which
// never get smaller than 15 mm. Keys show capitals; what they type is small, see `spelled`.
Keystroke keyboard(ui::Ui&, ui::Rect body, const Keyboard&, KeyboardState&);

// What begins with a capital: every word, as names do, or every sentence.
enum class Capitals { of_words, of_sentences };
// `text` with a keystroke done to it. Never longer than `most` code points.
std::string spelled(std::string text, const Keystroke&, std::size_t most, Capitals = Capitals::of_words);

} // namespace frikort::kiosk::widgets
