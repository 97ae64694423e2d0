// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/ui/icon.hpp"
#include "kiosk/ui/rect.hpp"
#include "kiosk/ui/semantics.hpp"
#include "kiosk/ui/text_flow.hpp"
#include "kiosk/ui/theme.hpp"

namespace frikort::kiosk::ui {

// What the calls of Ui take; written with designated initialisers: ui.button(place, {.label = text("next"),
// .icon = Icon::arrow_right, .side = Side::right, .fill = Fill::filled}). Texts are UTF-8 and only looked at
// during the call. `spoken`, when empty, is the name.

enum class Align { left, centre, right };
enum class Anchor { top, middle, bottom }; // where text stands in a rectangle taller than it
enum class Ground { paper, surface, mint, sand, action, accent };
enum class Fill { outlined, filled };
enum class Side { left, right };

struct TextStyle {
    Face face = Face::body;
    Align align = Align::left;
    Anchor anchor = Anchor::top;
    Wrap wrap = Wrap::balanced; // never wider than 66 characters (kiosk.md "text")
    Privacy privacy = Privacy::open;
    Role role = Role::text;
    std::string_view spoken = {};
};

struct Button {
    std::string_view label = {};
    Icon icon = Icon::none; // left out, then the label broken in two, when they do not fit
    Side side = Side::left;
    Fill fill = Fill::outlined;
    Face face = Face::label;
    Enabled enabled = Enabled::yes;
    Selected selected = Selected::no;
    std::string_view spoken = {};
    std::string_view name = {}; // when it is not the label: what it is called
};

// From full to lean: what is drawn of a tile that has little room. Speech always says all of it.
enum class TileShape { beside, above, icon_and_title, words_only };
struct Tile {
    std::string_view title = {};
    std::string_view detail = {};
    Icon icon = Icon::none;
    Ground tint = Ground::mint; // behind the icon
    Fill fill = Fill::outlined;
    Enabled enabled = Enabled::yes;
    TileShape shape = TileShape::beside; // the fullest it may have
    std::string_view spoken = {};
    std::string_view name = {}; // when it is not the title: what it is called
};

// How an answer is set: with everything; without its icon; with a pencil in place of the word; and, where
// there is no room for two kinds of line, without the question, which is then only spoken.
enum class AnswerShape { whole, no_icon, pencil, no_question };
struct Answer {
    Icon icon = Icon::none;
    std::string_view question = {};         // "Dag"
    std::string_view answer = {};           // "20. november 2025"
    std::string_view brief = {};            // "20. nov. 2025": where the answer does not fit
    std::string_view change = {};           // "Ret"
    AnswerShape shape = AnswerShape::whole; // the fullest it may have
    Privacy privacy = Privacy::open;
    std::string_view spoken = {};
};

struct Option {
    std::string_view label = {};
    std::string_view detail = {};
    Selected selected = Selected::no;
    Enabled enabled = Enabled::yes;
    Icon icon = Icon::none; // in place of the ring; the check mark stands beside it
    Face face = Face::label;
    std::string_view spoken = {};
};

struct Key {
    std::string_view label = {};
    Icon icon = Icon::none;
    IconSize icon_size = IconSize::large; // small when the key has no room
    Fill fill = Fill::outlined;
    Enabled enabled = Enabled::yes;
    Face face = Face::heading;
    std::string_view spoken = {}; // must be there when there is no label
    std::string_view name = {};   // when it is not the label ("123"): what it is called
};

enum class Touchable : bool { no, yes };
struct Field {
    std::string_view name = {}; // what it asks for, for speech; not drawn
    std::string_view value = {};
    std::string_view placeholder = {}; // drawn while the value is empty
    Align align = Align::right;
    Face face = Face::number; // goes down to a smaller face when the value is wide
    Privacy privacy = Privacy::open;
    Touchable touchable = Touchable::no;
    Enabled enabled = Enabled::yes;
    std::string_view spoken = {};
    std::string_view news = {}; // spoken when it changed under a listening person; empty: the value alone
};

struct Row {
    Icon icon = Icon::none;
    std::string_view title = {};
    std::string_view detail = {};
    std::string_view value = {}; // at the right
    Touchable touchable = Touchable::no;
    Privacy privacy = Privacy::open;
    std::string_view spoken = {};
};

struct Image {
    Icon icon = Icon::none;
    Ground tint = Ground::paper; // paper: no square behind it
    std::string_view name = {};  // empty: a decoration that speech passes over
    IconSize size = IconSize::large;
};

struct Notice {
    std::string_view text = {}; // **strong** and line breaks as in text()
    Icon icon = Icon::info;
    Ground ground = Ground::sand;
    std::string_view spoken = {};
};

struct Progress {
    float fraction = 0; // 0 to 1; more is drawn as full, with a mark of its own
    std::string_view name = {};
    std::string_view spoken = {};
    Privacy privacy = Privacy::open;
};

struct Bar {
    float value = 0;
    std::string_view label = {}; // under it: "jan"
    std::string_view name = {};  // spoken: "januar: 350 kr."
};
struct Chart {
    std::string_view name = {};
    std::vector<Bar> bars = {};
    std::string_view top_label = {}; // what the tallest bar stands for
    Privacy privacy = Privacy::open;
};

// Square modules, row by row, true is black; always black on white with a quiet zone of 4 modules.
struct QrPicture {
    std::string_view name = {};
    std::string_view spoken = {};
    int modules = 0; // across
    std::vector<bool> black = {};
};

// The items of a list, all drawn in the order of their numbers; heights in px for a width that leaves room
// for the button when there is one.
struct Items {
    std::size_t count = 0;
    float gap = 0;
    std::function<float(std::size_t item, float width)> height;
    std::function<void(std::size_t item, Rect)> draw;
};
// Which item of a list stands first. Kept by the screen; starts at the top.
struct ListState {
    std::size_t first = 0;
};

} // namespace frikort::kiosk::ui
