// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <vector>

#include "kiosk/ui/fill.hpp"
#include "kiosk/ui/picture.hpp"
#include "kiosk/ui/pixel_rect.hpp"

struct ImDrawData;

namespace frikort::kiosk::ui {

class Fonts;

// Draws what ImGui asks for with the processor alone: no GL, the same pixels everywhere. Top-left fill rule,
// so triangles that share an edge neither leave a seam nor blend twice. Draws only where something changed.
class Raster {
public:
    Raster(int width, int height);
    ~Raster();

    // Brings the picture up to date and answers what changed; empty when nothing did.
    const std::vector<PixelRect>& draw(const ImDrawData&, const Fonts&);
    // The same with pixels of somebody else's, of this size, in which what was drawn last still stands: where
    // it does not, `forget` first. Then this keeps no picture of its own.
    const std::vector<PixelRect>& draw(const ImDrawData&, const Fonts&, const Surface& to);
    // The next draw starts from nothing.
    void forget();
    const Picture& picture() const { return picture_; }

private:
    struct Hidden;
    Picture picture_;
    std::vector<PixelRect> changed_;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::kiosk::ui
