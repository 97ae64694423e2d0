// SPDX-License-Identifier: MPL-2.0
#include "tests/journeys/outside/eyes.hpp"

#include <fstream>

#include "kiosk/ui/pixel_rect.hpp"
#include "tests/journeys/outside/program.hpp"

namespace frikort::tests::outside {

namespace {

// Of red, green and blue, as bright as eyes find them (ITU-R BT.601).
char brightness(std::uint32_t pixel)
{
    const auto part = [&](int shift) { return pixel >> shift & 0xff; };
    return static_cast<char>((part(16) * 299 + part(8) * 587 + part(0) * 114) / 1000);
}

} // namespace

std::filesystem::path Eyes::cut_out(const kiosk::ui::Picture& picture, kiosk::ui::Rect part) const
{
    const auto from = part.snapped();
    const auto seen = kiosk::ui::PixelRect{static_cast<int>(from.x), static_cast<int>(from.y),
                                           static_cast<int>(from.w), static_cast<int>(from.h)}
                          .meet({0, 0, picture.width, picture.height});
    auto path = folder_ / "seen.pgm";
    std::ofstream file{path, std::ios::binary};
    file << "P5 " << seen.w << ' ' << seen.h << " 255\n";
    for (int y = seen.y; y < seen.bottom(); ++y)
        for (int x = seen.x; x < seen.right(); ++x)
            file.put(brightness(picture.pixels[static_cast<std::size_t>(y * picture.width + x)]));
    return path;
}

std::string Eyes::words(const kiosk::ui::Picture& picture, kiosk::ui::Rect part) const
{
    const auto path = cut_out(picture, part);
    // "psm 6": one block of text. "dpi": so that it does not guess.
    return answer_of({"tesseract", path, "stdout", "-l", "dan", "--psm", "6", "--dpi", "150"},
                     plain_environment(folder_), folder_ / "tesseract");
}

std::string Eyes::code(const kiosk::ui::Picture& picture, kiosk::ui::Rect part) const
{
    const auto path = cut_out(picture, part);
    auto said = answer_of({"zbarimg", "-q", "--raw", path}, plain_environment(folder_), folder_ / "zbarimg");
    said.erase(said.find_last_not_of('\n') + 1);
    return said;
}

std::string bare(const std::string& words)
{
    std::string kept;
    for (const char sign : words) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool capital = byte >= 'A' && byte <= 'Z';
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (capital || letter) kept += static_cast<char>(capital ? byte + ('a' - 'A') : byte);
    }
    return kept;
}

} // namespace frikort::tests::outside
