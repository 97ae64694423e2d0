// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/picture.hpp"

#include <png.h>

namespace frikort::kiosk::ui {

bool Picture::save_png(const std::filesystem::path& file) const
{
    std::vector<std::uint8_t> rgb;
    rgb.reserve(pixels.size() * 3);
    for (const std::uint32_t pixel : pixels)
        for (const int shift : {16, 8, 0}) rgb.push_back(static_cast<std::uint8_t>(pixel >> shift));

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&image, file.c_str(), 0, rgb.data(), 0, nullptr) != 0;
}

} // namespace frikort::kiosk::ui
