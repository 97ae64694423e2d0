// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace frikort::tests::audits {

namespace {

constexpr double hair = 1e-9;
constexpr std::size_t speck_px = 24;
constexpr int same_colour = 6; // of 255, in each part: rounding while blending
constexpr double edge_within_mm = 1.0;
constexpr double outside_mm = 1.0;

double asked_for(const std::string& theme)
{
    if (theme == "low") return 4.5;
    return theme == "medium" ? 10 : 20;
}

using Rgb = std::array<int, 3>;

Rgb rgb_of(const std::string& css)
{
    if (css.size() != 7 || css[0] != '#') throw std::runtime_error{"not a colour: " + css};
    const auto part = [&](std::size_t at) { return std::stoi(css.substr(at, 2), nullptr, 16); };
    return {part(1), part(3), part(5)};
}

Rgb rgb_at(const Picture& picture, int x, int y)
{
    const auto pixel = picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                      static_cast<std::size_t>(x)];
    return {static_cast<int>(pixel >> 16 & 0xFF), static_cast<int>(pixel >> 8 & 0xFF),
            static_cast<int>(pixel & 0xFF)};
}

double luminance(const Rgb& colour)
{
    const auto linear = [](int part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

double ratio(double one, double other)
{
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

bool is_same(const Rgb& a, const Rgb& b)
{
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(a[i] - b[i]) > same_colour) return false;
    return true;
}

bool carries_meaning(const Node& node)
{
    return !node.lines.empty() || node.role == "image" || node.role == "qr";
}

// The pixels wholly inside a box.
std::vector<Rgb> pixels_in(const Box& box, const Picture& picture)
{
    std::vector<Rgb> pixels;
    const int right = std::min(static_cast<int>(std::floor(box.right())), picture.width);
    const int bottom = std::min(static_cast<int>(std::floor(box.bottom())), picture.height);
    for (int y = std::max(0, static_cast<int>(std::ceil(box.y))); y < bottom; ++y)
        for (int x = std::max(0, static_cast<int>(std::ceil(box.x))); x < right; ++x)
            pixels.push_back(rgb_at(picture, x, y));
    return pixels;
}

// How far the darkest and lightest parts stand apart.
double spread(const std::vector<Rgb>& pixels)
{
    if (pixels.size() <= 2 * speck_px) return 1;
    std::vector<double> all;
    all.reserve(pixels.size());
    for (const auto& pixel : pixels) all.push_back(luminance(pixel));
    std::nth_element(all.begin(), all.begin() + speck_px, all.end());
    const double dark = all[speck_px];
    const auto from_top = static_cast<std::ptrdiff_t>(all.size() - 1 - speck_px);
    std::nth_element(all.begin(), all.begin() + from_top, all.end());
    return ratio(all[static_cast<std::size_t>(from_top)], dark);
}

// The best contrast to what lies outside, in the first millimetre inside the middle of one edge; `way` points
// inwards. Nothing to compare with where the panel ends.
std::optional<double> contrast_at_edge(const Screen& screen, const Picture& picture, double x, double y,
                                       int way_x, int way_y)
{
    const auto inside_panel = [&](int px, int py) {
        return px >= 0 && py >= 0 && px < picture.width && py < picture.height;
    };
    const int out = static_cast<int>(std::lround(outside_mm * screen.px_per_mm));
    const int in = static_cast<int>(std::lround(edge_within_mm * screen.px_per_mm));
    const int from_x = static_cast<int>(std::lround(x));
    const int from_y = static_cast<int>(std::lround(y));
    if (!inside_panel(from_x - way_x * out, from_y - way_y * out)) return std::nullopt;
    const double ground = luminance(rgb_at(picture, from_x - way_x * out, from_y - way_y * out));
    double best = 1;
    for (int step = -1; step <= in; ++step) {
        const int px = from_x + way_x * step;
        const int py = from_y + way_y * step;
        if (inside_panel(px, py)) best = std::max(best, ratio(luminance(rgb_at(picture, px, py)), ground));
    }
    return best;
}

} // namespace

double contrast_of(const std::string& a, const std::string& b)
{
    return ratio(luminance(rgb_of(a)), luminance(rgb_of(b)));
}

Faults pale_as_listed(const Screen& screen)
{
    Faults faults;
    const double asked = asked_for(screen.theme);
    for (const auto& node : screen.nodes)
        if (carries_meaning(node) && contrast_of(node.fg, node.bg) < asked - hair)
            faults.push_back(told(screen, node) + tenths(contrast_of(node.fg, node.bg)) + ":1 of " +
                             tenths(asked));
    return faults;
}

Faults pale_as_drawn(const Screen& screen, const Picture& picture)
{
    Faults faults;
    const double asked = asked_for(screen.theme);
    for (const auto& node : screen.nodes) {
        if (!carries_meaning(node)) continue;
        const auto pixels = pixels_in(node.rect, picture);
        const auto has = [&](const std::string& css) {
            const auto wanted = rgb_of(css);
            return std::count_if(pixels.begin(), pixels.end(), [&](const Rgb& pixel) {
                       return is_same(pixel, wanted);
                   }) > static_cast<std::ptrdiff_t>(speck_px);
        };
        if (!has(node.fg) || !has(node.bg))
            faults.push_back(told(screen, node) + "is not drawn in its colours " + node.fg + " on " +
                             node.bg);
        else if (spread(pixels) < asked - hair)
            faults.push_back(told(screen, node) + "drawn at " + tenths(spread(pixels)) + ":1 of " +
                             tenths(asked));
    }
    return faults;
}

Faults pale_edges(const Screen& screen, const Picture& picture)
{
    Faults faults;
    const double asked = asked_for(screen.theme);
    for (const auto& node : screen.nodes) {
        if (!node.hit || !node.enabled) continue;
        const auto& box = node.rect;
        const double middle_x = box.x + box.w / 2;
        const double middle_y = box.y + box.h / 2;
        const std::array around{contrast_at_edge(screen, picture, box.x, middle_y, 1, 0),
                                contrast_at_edge(screen, picture, box.right() - 1, middle_y, -1, 0),
                                contrast_at_edge(screen, picture, middle_x, box.y, 0, 1),
                                contrast_at_edge(screen, picture, middle_x, box.bottom() - 1, 0, -1)};
        for (const auto& found : around) {
            if (!found || *found >= asked - hair) continue;
            faults.push_back(told(screen, node) + "an edge at " + tenths(*found) + ":1 of " + tenths(asked));
            break;
        }
    }
    return faults;
}

Faults coloured_pixels(const Screen& screen, const Picture& picture)
{
    if (screen.theme != "dark" && screen.theme != "light") return {};
    const auto is_coloured = [](std::uint32_t pixel) {
        const auto red = pixel >> 16 & 0xFF;
        const auto green = pixel >> 8 & 0xFF;
        return red != green || green != (pixel & 0xFF);
    };
    const auto count = std::count_if(picture.pixels.begin(), picture.pixels.end(), is_coloured);
    if (count == 0) return {};
    return {screen.name + ": " + std::to_string(count) + " coloured pixels in the theme " + screen.theme};
}

} // namespace frikort::tests::audits
