// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kiosk/ui/picture.hpp"
#include "kiosk/ui/raster.hpp"
#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::ui {

// The kiosk without a window: the real Ui and Raster, fed with scripted fingers and a clock set by hand. Used
// by tests, journeys and the tour.
class Stage {
public:
    // `frame` draws one frame, mostly [&](Ui& ui) { navigator.frame(ui); }.
    Stage(const Panel&, Look, std::function<void(Ui&)> frame);

    Ui& ui() { return ui_; }
    const Semantics& semantics() const { return ui_.semantics(); }
    // Draws until nobody asks for another frame.
    void settle();
    // Lets time pass, then settles.
    void pass(Instant);
    Instant now() const { return now_; }

    // Taps the middle of what is drawn, after letting half a second pass. Throws std::runtime_error that says
    // what is on the screen instead when it is not there, not enabled, or not touchable.
    void tap(Role, std::string_view name);
    void tap(std::string_view name);
    void tap_at(Point);
    // A finger as it comes, without time passing.
    void finger(Finger::Phase, Point, std::int64_t who = 0);
    // What a scanner sends: the characters and Enter.
    void scan(std::string_view line);
    void type(std::string_view characters);
    void press(KeyPress::Key);

    bool shows(std::string_view words) const { return semantics().shows(words); }
    const Picture& picture();
    // The names on the screen, one a line, for messages.
    std::string told() const;
    int frames() const { return frames_; } // drawn so far

private:
    void one_frame();

    Ui ui_;
    Raster raster_;
    std::function<void(Ui&)> frame_;
    Instant now_{1000};
    int frames_ = 0;
};

} // namespace frikort::kiosk::ui
