// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

#include "kiosk/ui/rect.hpp"

namespace frikort::kiosk::ui {

using Instant = std::chrono::milliseconds; // on the caller's clock, which never runs back

// A finger, or a mouse that is no finger in disguise. Where it is in pixels of the panel.
struct Finger {
    enum class Phase { down, move, up, lost };
    Phase phase = Phase::down;
    std::int64_t who = 0; // one number from down to up
    Point at;
    Instant when{0};
};
// Characters from a keyboard, or from a scanner that acts as one. UTF-8.
struct Typed {
    std::string characters;
    Instant when{0};
};
struct KeyPress {
    // Arrows are tab and back_tab. `space` is followed by its blank as Typed; `choose` is a switch.
    enum class Key { tab, back_tab, enter, escape, backspace, space, choose };
    Key key = Key::tab;
    Instant when{0};
};
// Somebody closed the window, or the system asked the program to end.
struct Closed {};
// Something else than a hand wants a new frame: `Window::wake`, or the window was uncovered.
struct Awoken {};

using Event = std::variant<Finger, Typed, KeyPress, Closed, Awoken>;

} // namespace frikort::kiosk::ui
