// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace frikort::kiosk::ui {

// Capital letters of 3.5-4.2, 4.8-5.6, 6.4-7.1 and 8.5-9.0 mm (kiosk.md "capital letters").
enum class TextSize { s, m, l, xl };
// Contrast of 10:1, 4.5:1, and 20:1 in black and white only (kiosk.md "contrast").
enum class Palette { medium, low, dark, light };

// In which order a keyboard's letters stand: as on Danish keyboards, or from A to Å.
enum class KeyOrder { keyboard, alphabet };

// What a citizen chose under "Visning"; the default is what everybody meets.
struct Look {
    TextSize text_size = TextSize::m;
    Palette palette = Palette::medium;
    KeyOrder keys = KeyOrder::keyboard;
    friend bool operator==(const Look&, const Look&) = default;
};

inline constexpr std::array every_text_size{TextSize::s, TextSize::m, TextSize::l, TextSize::xl};
inline constexpr std::array every_palette{Palette::medium, Palette::low, Palette::dark, Palette::light};

// "S" "M" "L" "XL"; "medium" "low" "dark" "light": as the tour and its options write them.
std::string_view name_of(TextSize);
std::string_view name_of(Palette);
std::optional<TextSize> text_size_named(std::string_view);
std::optional<Palette> palette_named(std::string_view);

} // namespace frikort::kiosk::ui
