// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/pixel_rect.hpp"

namespace frikort::kiosk::ui {

// Finds out where a frame differs from the one before: the screen is cut into squares, and each square
// remembers a digest of everything that was drawn over it, in order.
class Damage {
public:
    Damage(int width, int height);

    void begin();
    // Something with that digest was drawn within those bounds (they may lie outside the screen).
    void add(const PixelRect& bounds, std::uint64_t digest);
    // The squares that differ from the frame before, joined into few rectangles that do not overlap.
    std::vector<PixelRect> end();
    // Everything differs from what comes next.
    void forget();

private:
    static constexpr int side = 64;
    std::uint64_t& square(int column, int row)
    {
        return now_[static_cast<std::size_t>(row * across_ + column)];
    }
    bool changed(int column, int row) const;

    int width_;
    int height_;
    int across_;
    int down_;
    std::vector<std::uint64_t> now_;
    std::vector<std::uint64_t> before_;
    bool all_ = true;
};

} // namespace frikort::kiosk::ui
