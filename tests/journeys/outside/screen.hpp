// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/picture.hpp"
#include "kiosk/ui/rect.hpp"
#include "tests/journeys/outside/program.hpp"

namespace frikort::tests::outside {

// A screen of 1280x800 that nobody sees, with a finger and a scanner: an X server of its own on a free
// display. Only for what has a window there; the window covers the screen from its corner.
class Screen {
public:
    // `folder` is for its picture and the tools it is touched with.
    explicit Screen(const std::filesystem::path& folder);

    const std::string& display() const { return environment_.at("DISPLAY"); }
    // What is to be seen now.
    kiosk::ui::Picture look() const;
    void tap(kiosk::ui::Point) const;
    // The finger is on its way when this returns; it has tapped when `finger` has ended.
    void begin_tap(std::optional<Program>& finger, kiosk::ui::Point) const;
    // The characters and Enter, quickly: a USB scanner is a keyboard.
    void scan(const std::string& line) const;
    // What the cross in the corner of a window does.
    void close_the_window() const;
    // Its exit status.
    std::optional<int> end();

private:
    std::filesystem::path folder_;
    Environment environment_;
    std::optional<Program> server_;
};

} // namespace frikort::tests::outside
