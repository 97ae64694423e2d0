// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace frikort::kiosk::ui {

class Ui;
class Screen;
using ScreenFactory = std::function<std::unique_ptr<Screen>()>;

// Where a screen wants to go. Done after the frame, so nothing is destroyed while it draws.
struct Stay {};
struct Back {};
struct Home {};
struct Open {
    ScreenFactory screen;
};
struct Replace { // Back from the new one leads where Back from this one led
    ScreenFactory screen;
};
using Move = std::variant<Stay, Back, Home, Open, Replace>;

class Screen {
public:
    virtual ~Screen() = default;
    // Draws itself and says where to go. Called once a frame.
    virtual Move frame(Ui&) = 0;
};

// The stack of screens. The lowest one, home, is never closed; going home destroys every other screen with
// all that it remembers, which is how the next person sees nothing of the one before.
class Navigator {
public:
    explicit Navigator(ScreenFactory home);

    // One frame of the top screen, then its move.
    void frame(Ui&);
    // Done at once when called between frames, after the frame when called within one. Home is made anew.
    void go_home();
    void open(ScreenFactory);

    std::size_t depth() const { return stack_.size(); }
    Screen& top() { return *stack_.back(); }

private:
    void apply(Move);

    ScreenFactory home_;
    std::vector<std::unique_ptr<Screen>> stack_;
    std::vector<Move> asked_; // during a frame
    bool drawing_ = false;
    bool moved_ = true; // since the last frame
};

} // namespace frikort::kiosk::ui
