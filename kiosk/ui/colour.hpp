// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string>

namespace frikort::kiosk::ui {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;

    static constexpr Colour hex(std::uint32_t rgb)
    {
        return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                static_cast<std::uint8_t>(rgb)};
    }
    // "#1a1a1a"
    std::string css() const;
    friend bool operator==(const Colour&, const Colour&) = default;
};

// WCAG 2.2 contrast, 1 to 21, unrounded.
double contrast(Colour, Colour);

} // namespace frikort::kiosk::ui
