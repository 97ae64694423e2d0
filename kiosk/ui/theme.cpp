// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace frikort::kiosk::ui {

namespace {

// Per text size S M L XL. Body stands in the middle of its band (kiosk.md "capital letters"); what is larger
// grows less, so that the screen does not burst.
using PerSize = std::array<float, 4>;
constexpr PerSize body_mm{3.85F, 5.2F, 6.75F, 8.7F};
constexpr PerSize title_to_body{1.12F, 1.12F, 1.06F, 1.0F};
constexpr PerSize heading_to_body{1.5F, 1.42F, 1.22F, 1.03F};
constexpr PerSize number_to_body{2.1F, 2.0F, 1.65F, 1.25F};
constexpr PerSize line_to_cap{1.8F, 1.75F, 1.62F, 1.56F};
constexpr PerSize small_icon_mm{6.8F, 8.8F, 10.0F, 11.6F};
constexpr PerSize medium_icon_mm{9.0F, 11.4F, 12.5F, 13.5F};
constexpr PerSize large_icon_mm{14.4F, 14.4F, 15.0F, 16.0F};

float at(const PerSize& values, TextSize size) { return values[static_cast<std::size_t>(size)]; }

Colours black_and_white(Colour ground, Colour ink)
{
    return {.paper = ground,
            .surface = ground,
            .tint_mint = ground,
            .tint_sand = ground,
            .action = ink,
            .accent = ink,
            .ink = ink,
            .on_action = ground,
            .on_accent = ground,
            .control = ink,
            .pressed = ink,
            .on_pressed = ground,
            .focus = ink,
            .line = ink};
}

} // namespace

Colours colours_of(Palette palette)
{
    constexpr auto hex = &Colour::hex;
    switch (palette) {
    case Palette::medium:
        return {.paper = hex(0xFBF8F3),
                .surface = hex(0xFFFFFF),
                .tint_mint = hex(0xE3EFEC),
                .tint_sand = hex(0xF9E7C4),
                .action = hex(0x0F3D3E),
                .accent = hex(0xF2B84B),
                .ink = hex(0x1A1A1A),
                .on_action = hex(0xFFFFFF),
                .on_accent = hex(0x111111), // ink itself reaches only 9.7:1 here
                .control = hex(0x0F3D3E),
                .pressed = hex(0xE3EFEC),
                .on_pressed = hex(0x0F3D3E),
                .focus = hex(0x1A1A1A),
                .line = hex(0xDDE8E5)};
    case Palette::low:
        return {.paper = hex(0xEFE9DF),
                .surface = hex(0xF7F3EB),
                .tint_mint = hex(0xE1E8E2),
                .tint_sand = hex(0xEFE0C2),
                .action = hex(0x466363),
                .accent = hex(0xE8BE72),
                .ink = hex(0x55514B),
                .on_action = hex(0xF7F3EB),
                .on_accent = hex(0x4A443B),
                .control = hex(0x466363),
                .pressed = hex(0xE1E8E2),
                .on_pressed = hex(0x466363),
                .focus = hex(0x55514B),
                .line = hex(0xD9D3C6)};
    case Palette::dark:
        return black_and_white(hex(0x000000), hex(0xFFFFFF));
    case Palette::light:
        return black_and_white(hex(0xFFFFFF), hex(0x000000));
    }
    return {};
}

Theme::Theme(const Panel& panel, Look look) : panel_{panel}, look_{look}, colours_{colours_of(look.palette)}
{
}

float Theme::room() const
{
    constexpr float reference_mm = 136; // the shorter side of the 10.1 inch panel
    return std::clamp(std::min(panel_.width_mm(), panel_.height_mm()) / reference_mm, 1.0F, 1.5F);
}

float Theme::cap_mm(Face face) const
{
    const float body = at(body_mm, look_.text_size);
    const float larger = 1 + (room() - 1) * 0.6F;
    switch (face) {
    case Face::body:
    case Face::label:
        return body;
    case Face::title:
        return body * at(title_to_body, look_.text_size) * larger;
    case Face::heading:
        return body * at(heading_to_body, look_.text_size) * larger;
    case Face::number:
        return body * at(number_to_body, look_.text_size) * larger;
    }
    return body;
}

float Theme::icon_mm(IconSize size) const
{
    switch (size) {
    case IconSize::small:
        return at(small_icon_mm, look_.text_size);
    case IconSize::medium:
        return at(medium_icon_mm, look_.text_size) * room();
    case IconSize::large:
        return at(large_icon_mm, look_.text_size) * room();
    }
    return 0;
}

float Theme::line(Face face) const
{
    const bool large = face == Face::heading || face == Face::number;
    const float ratio = large ? 1.56F : at(line_to_cap, look_.text_size);
    return std::ceil(px(cap_mm(face)) * ratio); // up: the letters and their accents stay within it
}

} // namespace frikort::kiosk::ui
