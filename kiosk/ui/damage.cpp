// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/damage.hpp"

#include <algorithm>
#include <utility>

namespace frikort::kiosk::ui {

Damage::Damage(int width, int height)
    : width_{width}, height_{height}, across_{(width + side - 1) / side}, down_{(height + side - 1) / side},
      now_(static_cast<std::size_t>(across_ * down_)), before_(now_)
{
}

void Damage::begin() { std::fill(now_.begin(), now_.end(), 0); }

void Damage::add(const PixelRect& bounds, std::uint64_t digest)
{
    const PixelRect seen = bounds.meet({0, 0, width_, height_});
    if (seen.empty()) return;
    for (int row = seen.y / side; row <= (seen.bottom() - 1) / side; ++row) {
        for (int column = seen.x / side; column <= (seen.right() - 1) / side; ++column) {
            std::uint64_t& so_far = square(column, row);
            so_far = (so_far ^ digest) * 0x9E3779B97F4A7C15ULL;
            so_far ^= so_far >> 29;
        }
    }
}

bool Damage::changed(int column, int row) const
{
    const auto at = static_cast<std::size_t>(row * across_ + column);
    return all_ || now_[at] != before_[at];
}

std::vector<PixelRect> Damage::end()
{
    std::vector<PixelRect> joined;
    for (int row = 0; row < down_; ++row) {
        for (int column = 0; column < across_;) {
            if (!changed(column, row)) {
                ++column;
                continue;
            }
            const int first = column;
            while (column < across_ && changed(column, row)) ++column;
            const PixelRect strip = PixelRect{first * side, row * side, (column - first) * side, side}.meet(
                {0, 0, width_, height_});
            // The same strip right above: one taller rectangle.
            const auto above = std::find_if(joined.begin(), joined.end(), [&strip](const PixelRect& each) {
                return each.x == strip.x && each.w == strip.w && each.bottom() == strip.y;
            });
            if (above != joined.end())
                above->h += strip.h;
            else
                joined.push_back(strip);
        }
    }
    std::swap(now_, before_);
    all_ = false;
    return joined;
}

void Damage::forget() { all_ = true; }

} // namespace frikort::kiosk::ui
