// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kiosk/ui/colour.hpp"
#include "kiosk/ui/rect.hpp"

namespace frikort::kiosk::ui {

// Pixels as 0xffRRGGBB, row by row.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;

    Colour at(int x, int y) const { return Colour::hex(pixels[static_cast<std::size_t>(y * width + x)]); }
    // Writes an RGB PNG; false when the file cannot be written.
    [[nodiscard]] bool save_png(const std::filesystem::path&) const;
    friend bool operator==(const Picture&, const Picture&) = default;
};

} // namespace frikort::kiosk::ui
