// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "kiosk/ui/colour.hpp"
#include "kiosk/ui/picture.hpp"
#include "kiosk/ui/rect.hpp"

namespace frikort::tests::bench {

// What stands on an X server's screen at this very moment: its own picture, looked at where it lies. Nothing
// is asked of the server, so looking often disturbs nobody.
class Glass {
public:
    // `folder` is the one the screen was made with.
    explicit Glass(const std::filesystem::path& folder);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    // Dot for dot.
    bool shows(const kiosk::ui::Picture&) const;
    struct Spot {
        kiosk::ui::Point at;
        kiosk::ui::Colour colour;
    };
    // Nearly these colours: another program rounds in another way.
    bool shows(const std::vector<Spot>&) const;

private:
    const std::uint32_t* row(int y) const;

    void* memory_ = nullptr;
    std::size_t size_ = 0;
    const std::uint32_t* pixels_ = nullptr;
    int width_ = 0;
    int height_ = 0;
};

} // namespace frikort::tests::bench
