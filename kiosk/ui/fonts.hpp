// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kiosk/ui/icon.hpp"
#include "kiosk/ui/theme.hpp"

struct ImFont;
struct ImFontAtlas;

namespace frikort::kiosk::ui {

// Where the font files are; the defaults are Debian's packages fonts-inter and
// fonts-material-design-icons-iconfont.
struct FontFiles {
    std::string inter = "/usr/share/fonts/opentype/inter/";
    std::string icons = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";
};

// A font file is not there or not a font. Says which.
struct FontsMissing : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The letters of one theme, drawn once into one atlas: Latin-1, general punctuation, icons, and Latin
// Extended-A for all faces but the number's. Sizes are chosen so that the capital H of each face is as tall
// as the theme says. Throws FontsMissing.
class Fonts {
public:
    explicit Fonts(const Theme&, const FontFiles& = {});
    ~Fonts();
    Fonts(const Fonts&) = delete;

    float cap_px(Face) const;                       // height of a capital H
    float advance(Face, char32_t) const;            // px from one letter to the next
    float width(Face, std::string_view utf8) const; // px
    bool has(Face, char32_t) const;                 // else a question mark stands in its place
    // What the picture of an icon measures: a square.
    float icon_px(IconSize) const;

    ImFont* face(Face) const;
    ImFont* icons(IconSize) const;
    ImFontAtlas* atlas() const;

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::kiosk::ui
