// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>

namespace frikort::kiosk::ui {

// Whole pixels.
struct PixelRect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    int right() const { return x + w; }
    int bottom() const { return y + h; }
    bool empty() const { return w <= 0 || h <= 0; }
    PixelRect meet(const PixelRect& other) const
    {
        const int left = std::max(x, other.x);
        const int top = std::max(y, other.y);
        return {left, top, std::min(right(), other.right()) - left, std::min(bottom(), other.bottom()) - top};
    }
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

} // namespace frikort::kiosk::ui
