// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/glass.hpp"

#include <algorithm>
#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/must.hpp"

namespace frikort::tests::bench {

using core::base::must;
using kiosk::ui::Picture;

namespace {

// As xwd writes it (X11/XWDFile.h): numbers of four bytes, the most significant first.
enum Word : std::size_t { header_size = 0, width = 4, height = 5, bits_per_pixel = 11, colours = 19 };
constexpr std::size_t colour_size = 12;

std::uint32_t word(const void* memory, Word which)
{
    const auto* bytes = static_cast<const unsigned char*>(memory) + which * 4;
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
           bytes[3];
}

bool near(std::uint32_t pixel, const kiosk::ui::Colour& colour)
{
    const auto apart = [pixel](int shift, int wanted) {
        return std::abs(static_cast<int>(pixel >> shift & 0xFFU) - wanted);
    };
    return apart(16, colour.r) <= 6 && apart(8, colour.g) <= 6 && apart(0, colour.b) <= 6;
}

} // namespace

Glass::Glass(const std::filesystem::path& folder)
{
    const int file = ::open((folder / "Xvfb_screen0").c_str(), O_RDONLY | O_CLOEXEC);
    struct stat found {};
    must(file >= 0 && ::fstat(file, &found) == 0);
    size_ = static_cast<std::size_t>(found.st_size);
    memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    must(memory_ != MAP_FAILED && word(memory_, bits_per_pixel) == 32);
    width_ = static_cast<int>(word(memory_, width));
    height_ = static_cast<int>(word(memory_, height));
    pixels_ = reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(memory_) +
                                                     word(memory_, header_size) +
                                                     word(memory_, colours) * colour_size);
}

Glass::~Glass() { ::munmap(memory_, size_); }

const std::uint32_t* Glass::row(int y) const
{
    return pixels_ + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(width_);
}

bool Glass::shows(const Picture& picture) const
{
    if (picture.width != width_ || picture.height != height_) return false;
    return std::equal(picture.pixels.begin(), picture.pixels.end(), pixels_,
                      [](std::uint32_t a, std::uint32_t b) { return ((a ^ b) & 0xFFFFFFU) == 0; });
}

bool Glass::shows(const std::vector<Spot>& spots) const
{
    return std::all_of(spots.begin(), spots.end(), [this](const Spot& spot) {
        return near(row(static_cast<int>(spot.at.y))[static_cast<int>(spot.at.x)], spot.colour);
    });
}

} // namespace frikort::tests::bench
