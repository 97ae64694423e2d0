// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace frikort::kiosk::ui {

// The glass the citizen touches: every size on screen is asked for in millimetres and becomes pixels here.
struct Panel {
    double diagonal_inch = 10.1;
    int width_px = 1280;
    int height_px = 800;

    // "10.1:1280x800" = diagonal in inches, pixels. Nothing unless it is 5-60 inch and 320-8192 pixels a
    // side.
    static std::optional<Panel> parse(std::string_view);

    float px_per_mm() const;
    float px(float mm) const { return mm * px_per_mm(); }
    float width_mm() const { return static_cast<float>(width_px) / px_per_mm(); }
    float height_mm() const { return static_cast<float>(height_px) / px_per_mm(); }
    bool portrait() const { return height_px > width_px; }
    friend bool operator==(const Panel&, const Panel&) = default;
};

} // namespace frikort::kiosk::ui
