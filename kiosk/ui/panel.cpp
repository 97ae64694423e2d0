// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/panel.hpp"

#include <charconv>
#include <cmath>

namespace frikort::kiosk::ui {

namespace {

template <class Number>
std::optional<Number> number(std::string_view text)
{
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_side(int pixels) { return pixels >= 320 && pixels <= 8192; }

} // namespace

std::optional<Panel> Panel::parse(std::string_view text)
{
    const auto colon = text.find(':');
    const auto cross = text.find('x', colon == std::string_view::npos ? 0 : colon);
    if (colon == std::string_view::npos || cross == std::string_view::npos) return std::nullopt;

    const auto inch = number<double>(text.substr(0, colon));
    const auto width = number<int>(text.substr(colon + 1, cross - colon - 1));
    const auto height = number<int>(text.substr(cross + 1));
    if (!inch || !width || !height || !is_side(*width) || !is_side(*height)) return std::nullopt;
    if (!(*inch >= 5 && *inch <= 60)) return std::nullopt;
    return Panel{*inch, *width, *height};
}

float Panel::px_per_mm() const
{
    return static_cast<float>(std::hypot(width_px, height_px) / (diagonal_inch * 25.4));
}

} // namespace frikort::kiosk::ui
