// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace frikort::kiosk::ui {

namespace {

double linear(std::uint8_t channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

} // namespace

std::string Colour::css() const
{
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", r, g, b);
    return text.data();
}

double contrast(Colour one, Colour other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace frikort::kiosk::ui
