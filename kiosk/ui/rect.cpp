// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/rect.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace frikort::kiosk::ui {

namespace {

struct Span {
    float at;
    float length;
};

std::vector<Span> split(float from, float length, const std::vector<float>& weights, float gap)
{
    const float whole = std::accumulate(weights.begin(), weights.end(), 0.0F);
    const float free = length - gap * static_cast<float>(weights.size() - 1);
    std::vector<Span> parts;
    float before = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const float gaps = gap * static_cast<float>(i);
        const float start = std::round(from + free * before / whole + gaps);
        before += weights[i];
        const bool last = i + 1 == weights.size();
        const float end = last ? from + length : std::round(from + free * before / whole + gaps);
        parts.push_back({start, end - start});
    }
    return parts;
}

std::vector<float> equal(int count)
{
    return std::vector<float>(static_cast<std::size_t>(std::max(count, 1)), 1.0F);
}

} // namespace

bool Rect::contains(const Rect& other) const
{
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
}

bool Rect::overlaps(const Rect& other) const
{
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
}

Rect Rect::meet(const Rect& other) const
{
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
}

Rect Rect::inset(float sideways, float upright) const
{
    return {x + sideways, y + upright, w - 2 * sideways, h - 2 * upright};
}

Rect Rect::middle(float width, float height) const
{
    return {std::round(x + (w - width) / 2), std::round(y + (h - height) / 2), width, height};
}

std::vector<Rect> Rect::columns(int count, float gap) const { return columns(equal(count), gap); }
std::vector<Rect> Rect::rows(int count, float gap) const { return rows(equal(count), gap); }

std::vector<Rect> Rect::columns(const std::vector<float>& weights, float gap) const
{
    std::vector<Rect> parts;
    for (const auto& part : split(x, w, weights, gap)) parts.push_back({part.at, y, part.length, h});
    return parts;
}

std::vector<Rect> Rect::rows(const std::vector<float>& weights, float gap) const
{
    std::vector<Rect> parts;
    for (const auto& part : split(y, h, weights, gap)) parts.push_back({x, part.at, w, part.length});
    return parts;
}

std::vector<Rect> Rect::grid(int across, int down, float gap) const
{
    std::vector<Rect> cells;
    for (const Rect& row : rows(down, gap))
        for (const Rect& cell : row.columns(across, gap)) cells.push_back(cell);
    return cells;
}

Rect Rect::snapped() const
{
    const float left = std::round(x);
    const float top = std::round(y);
    return {left, top, std::round(right()) - left, std::round(bottom()) - top};
}

} // namespace frikort::kiosk::ui
