// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/ui/pixel_rect.hpp"

namespace frikort::kiosk::ui {

// A surface to draw into: 0xffRRGGBB, row by row.
struct Surface {
    std::uint32_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    std::uint32_t* row(int y) const
    {
        return pixels + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(width);
    }
};

// How much of each texel is covered, 0-255.
struct Mask {
    const std::uint8_t* texels = nullptr;
    int width = 0;
    int height = 0;
};

struct Rgba {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 0;
    friend bool operator==(const Rgba&, const Rgba&) = default;
};

// A corner: px, texture coordinates 0-1, colour.
struct Corner {
    float x = 0;
    float y = 0;
    float u = 0;
    float v = 0;
    Rgba colour;
};
using Triangle = std::array<Corner, 3>;

// All draw only within `clip`, which lies within the surface. A pixel belongs to a shape when its middle
// does; on an edge, when the edge is a left or upper one. Blending is source over, exact to the rounding.
void fill_rect(const Surface&, const PixelRect& clip, float x0, float y0, float x1, float y1, Rgba);
// Texels from (u, v) on, one to a pixel, from pixel (x, y) on.
void fill_mask(const Surface&, const PixelRect& clip, const PixelRect& where, const Mask&, int u, int v,
               Rgba);
void fill_triangle(const Surface&, const PixelRect& clip, const Triangle&, const Mask&);

} // namespace frikort::kiosk::ui
