// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/ui/event.hpp"
#include "kiosk/ui/panel.hpp"
#include "kiosk/ui/raster.hpp"

namespace frikort::kiosk::ui {

enum class Extent { window, fullscreen };

// The keys that two switches send; names as SDL has them: "Space", "Return", "F7". Empty: none.
struct Switches {
    std::string next;
    std::string choose;
};

// There is no display to open a window on. Says why in SDL's words.
struct NoDisplay : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The real screen, through SDL2: a window under X11 or Wayland, or the whole panel through KMSDRM. One at a
// time, on the thread that made it, except `wake`.
class Window {
public:
    // Throws NoDisplay.
    Window(const std::string& title, const Panel&, Extent);
    ~Window();
    Window(const Window&) = delete;

    // The panel with the pixels the window really has: as asked for, or the display's in full screen.
    const Panel& panel() const;
    // A name that SDL does not know means no key.
    void set_switches(const Switches&);
    // Sleeps until something happens, `wake` is called or the time is up; then all that waits. An event's
    // time is on `now`'s clock.
    std::vector<Event> wait(Instant at_most);
    // Makes `wait` return. Any thread.
    void wake() noexcept;
    // Where the next frame is drawn; good until `show` or `wait`.
    struct Canvas {
        Surface surface; // as large as the panel
        bool lost;       // what was drawn before is gone: the whole frame has to be drawn
    };
    Canvas canvas();
    // Puts what changed on the canvas on the glass.
    void show(const std::vector<PixelRect>& changed);
    // Milliseconds since the window was made.
    Instant now() const;

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::kiosk::ui
