// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/ui/event.hpp"

namespace frikort::kiosk::ui {

// Tells a USB scanner, which is a keyboard that is quick and ends with Enter, from a hand on a keyboard.
// Pure; the time is handed in.
class ScannerLine {
public:
    static constexpr Instant pause{300};        // longer between two characters than any scanner takes
    static constexpr std::size_t least = 8;     // bytes; what is shorter was typed by hand
    static constexpr std::size_t longest = 512; // bytes; what is longer is dropped whole

    void type(std::string_view characters, Instant now);
    // The line, when Enter ends one; nothing when there was none, and Enter means what it means on a
    // keyboard.
    std::optional<std::string> enter(Instant now);
    // True while what comes in is longer than any line of ours: nobody types that by hand.
    bool drops() const { return too_long_; }
    void clear();

private:
    std::string line_;
    Instant last_{0};
    bool too_long_ = false;
};

} // namespace frikort::kiosk::ui
