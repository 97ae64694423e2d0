// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/content/texts.hpp"
#include "kiosk/ui/ui.hpp"
#include "kiosk/widgets/keyboard.hpp"

// One page that asks one thing: by typing, by choosing, by yes or no. What the pages of a flow are made of
// that need nothing of their own; a part of several screens.
namespace frikort::kiosk::screens::sheet {

enum class Kind {
    told,   // words only: a wait, news
    ask,    // words and one to three ways on, the main one last
    choose, // tiles
    list,   // rows, and one or two ways below them
    type,   // a keyboard
    paper,  // a QR code, letters to copy, and one way on
};

// Letters are seen as they are typed; a secret is dots.
enum class Seen { letters, dots };

struct Choice {
    std::string title = {};
    std::string detail = {};
    ui::Icon icon = ui::Icon::none;
    ui::Enabled enabled = ui::Enabled::yes;
};
struct Line {
    std::string title = {};
    std::string detail = {};
    std::string value = {};
    ui::Touchable touchable = ui::Touchable::no;
    ui::Privacy privacy = ui::Privacy::open;
    ui::Icon icon = ui::Icon::none;
};

struct View {
    Kind kind = Kind::told;
    std::string title, corner;
    std::string told;   // what to know, or what was wrong
    bool wrong = false; // of a page to type on: told takes the field's place until something is typed
    ui::Icon icon = ui::Icon::info;
    ui::Ground tint = ui::Ground::mint;
    ui::Privacy privacy = ui::Privacy::open; // of `told`
    std::vector<Choice> choices;
    int across = 2;
    std::vector<Line> lines;
    bool lines_fill = false;  // the few rows of one thing share the page; else each has a little air
    std::vector<Choice> ways; // the last is the main one, bottom right
    bool plain_ways = false;  // none of them is the main one
    // Typing.
    widgets::KeySet keys = widgets::KeySet::letters;
    std::string field, spoken, hint, action, again, space, erase, digits, letters;
    // Paper: lines to copy below the code.
    std::string qr, qr_name;
    std::vector<std::string> paper;
};

// What a person types; overwritten when it goes.
struct Typing {
    std::string text;
    widgets::KeyboardState keyboard;

    Typing() = default;
    Typing(Typing&&) = default;
    Typing& operator=(Typing&&) = default;
    ~Typing() { forget(); }
    void forget();
    // A keystroke, never beyond `most` characters.
    void take(const widgets::Keystroke&, std::size_t most, widgets::Capitals = widgets::Capitals::of_words);
};

// A page to type on, with what is typed so far.
View typing(std::string title, const Typing&, Seen, const core::content::Texts&);

struct Stroke {
    widgets::Keystroke stroke;
};
struct Choose { // a tile, a row, or a way of `ask`
    std::size_t which;
};
struct Way { // below a list or a paper
    std::size_t which;
};
struct Read {}; // what was wrong has been read
struct Scanned {
    std::string line;
};
using Intent = std::variant<Stroke, Choose, Way, Read, Scanned>;

std::optional<Intent> draw(ui::Ui&, const View&, Typing&, ui::ListState&);

} // namespace frikort::kiosk::screens::sheet
