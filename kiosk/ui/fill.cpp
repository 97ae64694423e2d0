// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/fill.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace frikort::kiosk::ui {

namespace {

std::uint32_t opaque(Rgba c)
{
    return 0xFF000000U | static_cast<std::uint32_t>(c.r) << 16 | static_cast<std::uint32_t>(c.g) << 8 | c.b;
}

// x / 255, rounded, for two channels at once that stand 16 bits apart.
std::uint32_t over_255(std::uint32_t pair)
{
    pair += 0x00800080U;
    return ((pair + ((pair >> 8) & 0x00FF00FFU)) >> 8) & 0x00FF00FFU;
}

std::uint32_t blend(std::uint32_t under, Rgba c)
{
    const std::uint32_t a = c.a;
    const std::uint32_t keep = 255 - a;
    const std::uint32_t red_blue =
        over_255((under & 0x00FF00FFU) * keep + (static_cast<std::uint32_t>(c.r) << 16 | c.b) * a);
    const std::uint32_t green = over_255(((under >> 8) & 0xFFU) * keep + c.g * a);
    return 0xFF000000U | red_blue | green << 8;
}

void span(std::uint32_t* from, std::uint32_t* to, Rgba c)
{
    if (c.a == 255) {
        std::fill(from, to, opaque(c));
    } else if (c.a != 0) {
        for (; from < to; ++from) *from = blend(*from, c);
    }
}

// Edges are exact in 1/256 px; a pixel's middle is at 128.
using Fixed = std::int64_t;
Fixed fixed(float px) { return std::lround(px * 256.0F); }

Fixed floor_div(Fixed a, Fixed b) { return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0); }

// The first pixel whose middle is at or right of it: left edges belong to a shape, right ones do not.
int first_pixel(float edge) { return static_cast<int>(floor_div(fixed(edge) + 127, 256)); }

// A directed edge; inside is where a * x + b * y + c >= 0.
struct Edge {
    Fixed a;
    Fixed b;
    Fixed c;
    Edge(const Corner& from, const Corner& to)
    {
        const Fixed x0 = fixed(from.x);
        const Fixed y0 = fixed(from.y);
        const Fixed dx = fixed(to.x) - x0;
        const Fixed dy = fixed(to.y) - y0;
        a = -dy;
        b = dx;
        c = dy * x0 - dx * y0;
        const bool left_or_top = dy < 0 || (dy == 0 && dx > 0);
        if (!left_or_top) c -= 1;
    }
    // Narrows [low, high) to the pixels of this row that are inside.
    void narrow(int y, Fixed& low, Fixed& high) const
    {
        const Fixed rest = b * (static_cast<Fixed>(y) * 256 + 128) + c + a * 128;
        const Fixed step = a * 256;
        if (step > 0)
            low = std::max(low, -floor_div(rest, step));
        else if (step < 0)
            high = std::min(high, floor_div(rest, -step) + 1);
        else if (rest < 0)
            high = low;
    }
};

// A value given at three corners, at any point between them.
class Slope {
public:
    Slope(const Triangle& t, float v0, float v1, float v2)
    {
        const float x1 = t[1].x - t[0].x;
        const float y1 = t[1].y - t[0].y;
        const float x2 = t[2].x - t[0].x;
        const float y2 = t[2].y - t[0].y;
        const float area = x1 * y2 - x2 * y1;
        if (area == 0) {
            at_ = v0;
            return;
        }
        x_ = ((v1 - v0) * y2 - (v2 - v0) * y1) / area;
        y_ = ((v2 - v0) * x1 - (v1 - v0) * x2) / area;
        at_ = v0 - x_ * t[0].x - y_ * t[0].y;
    }
    float at(int x, int y) const
    {
        return at_ + x_ * (static_cast<float>(x) + 0.5F) + y_ * (static_cast<float>(y) + 0.5F);
    }

private:
    float at_ = 0;
    float x_ = 0;
    float y_ = 0;
};

std::uint8_t channel(float value)
{
    return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

template <class Paint>
void each_row(const PixelRect& clip, const Triangle& t, Paint paint)
{
    const Edge edges[3] = {{t[0], t[1]}, {t[1], t[2]}, {t[2], t[0]}};
    const auto [top, bottom] = std::minmax({t[0].y, t[1].y, t[2].y});
    const int first = std::max(clip.y, static_cast<int>(std::floor(top)));
    const int end = std::min(clip.bottom(), static_cast<int>(std::ceil(bottom)) + 1);
    for (int y = first; y < end; ++y) {
        Fixed low = clip.x;
        Fixed high = clip.right();
        for (const Edge& edge : edges) edge.narrow(y, low, high);
        if (low < high) paint(y, static_cast<int>(low), static_cast<int>(high));
    }
}

} // namespace

void fill_rect(const Surface& to, const PixelRect& clip, float x0, float y0, float x1, float y1, Rgba colour)
{
    const int left = first_pixel(x0);
    const int top = first_pixel(y0);
    const PixelRect seen = PixelRect{left, top, first_pixel(x1) - left, first_pixel(y1) - top}.meet(clip);
    if (seen.empty()) return;
    for (int y = seen.y; y < seen.bottom(); ++y) span(to.row(y) + seen.x, to.row(y) + seen.right(), colour);
}

void fill_mask(const Surface& to, const PixelRect& clip, const PixelRect& where, const Mask& mask, int u,
               int v, Rgba colour)
{
    const PixelRect seen = where.meet(clip);
    if (seen.empty()) return;
    for (int y = seen.y; y < seen.bottom(); ++y) {
        const std::uint8_t* texel =
            mask.texels + static_cast<std::ptrdiff_t>(v + y - where.y) * mask.width + u + (seen.x - where.x);
        std::uint32_t* pixel = to.row(y) + seen.x;
        for (int x = 0; x < seen.w; ++x, ++pixel, ++texel) {
            if (*texel == 0) continue;
            Rgba c = colour;
            c.a = static_cast<std::uint8_t>((*texel * colour.a + 127) / 255);
            *pixel = c.a == 255 ? opaque(c) : blend(*pixel, c);
        }
    }
}

void fill_triangle(const Surface& to, const PixelRect& clip, const Triangle& given, const Mask& mask)
{
    Triangle t = given;
    const float area = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
    if (area == 0) return;
    if (area < 0) std::swap(t[1], t[2]);

    const bool plain = t[0].u == t[1].u && t[1].u == t[2].u && t[0].v == t[1].v && t[1].v == t[2].v;
    const bool even = t[0].colour == t[1].colour && t[1].colour == t[2].colour;
    if (plain && even) {
        each_row(clip, t,
                 [&](int y, int from, int end) { span(to.row(y) + from, to.row(y) + end, t[0].colour); });
        return;
    }
    const auto alike = [](Rgba a, Rgba b) { return a.r == b.r && a.g == b.g && a.b == b.b; };
    if (plain && alike(t[0].colour, t[1].colour) && alike(t[1].colour, t[2].colour)) {
        // A soft edge: one colour that fades.
        const Slope fade{t, static_cast<float>(t[0].colour.a), static_cast<float>(t[1].colour.a),
                         static_cast<float>(t[2].colour.a)};
        each_row(clip, t, [&](int y, int from, int end) {
            Rgba c = t[0].colour;
            for (int x = from; x < end; ++x) {
                c.a = channel(fade.at(x, y));
                to.row(y)[x] = blend(to.row(y)[x], c);
            }
        });
        return;
    }
    const auto slope = [&t](auto value) { return Slope{t, value(t[0]), value(t[1]), value(t[2])}; };
    const Slope red = slope([](const Corner& c) { return static_cast<float>(c.colour.r); });
    const Slope green = slope([](const Corner& c) { return static_cast<float>(c.colour.g); });
    const Slope blue = slope([](const Corner& c) { return static_cast<float>(c.colour.b); });
    const Slope alpha = slope([](const Corner& c) { return static_cast<float>(c.colour.a); });
    const Slope along = slope([&](const Corner& c) { return c.u * static_cast<float>(mask.width); });
    const Slope down = slope([&](const Corner& c) { return c.v * static_cast<float>(mask.height); });
    each_row(clip, t, [&](int y, int from, int end) {
        for (int x = from; x < end; ++x) {
            float a = alpha.at(x, y);
            if (!plain) {
                const int u = std::clamp(static_cast<int>(along.at(x, y)), 0, mask.width - 1);
                const int v = std::clamp(static_cast<int>(down.at(x, y)), 0, mask.height - 1);
                a *=
                    static_cast<float>(mask.texels[static_cast<std::ptrdiff_t>(v) * mask.width + u]) / 255.0F;
            }
            const Rgba c{channel(red.at(x, y)), channel(green.at(x, y)), channel(blue.at(x, y)), channel(a)};
            std::uint32_t& pixel = to.row(y)[x];
            pixel = blend(pixel, c);
        }
    });
}

} // namespace frikort::kiosk::ui
