// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

// The sixteen pictures of the picture code. The order never changes: it is what people remember by.
inline constexpr std::array<ui::Icon, 16> code_pictures{
    ui::Icon::sun,   ui::Icon::house, ui::Icon::bicycle,  ui::Icon::paw,     ui::Icon::cup, ui::Icon::heart,
    ui::Icon::star,  ui::Icon::tree,  ui::Icon::umbrella, ui::Icon::boat,    ui::Icon::bus, ui::Icon::flower,
    ui::Icon::music, ui::Icon::cake,  ui::Icon::anchor,   ui::Icon::football};

struct PicturePad {
    std::string_view heading = {};
    std::array<std::string_view, 16> names{}; // spoken: "sol", "hus" ...
    std::size_t chosen = 0;                   // how many are entered
    std::size_t wanted = 5;
    std::string_view progress_spoken = {}; // "2 af 5 billeder"
    std::string_view action = {};          // "Næste"
    ui::Enabled action_enabled = ui::Enabled::no;
    std::string_view hint = {};
    std::string_view other = {}; // another way to answer ("Brug tal")
};
struct PicturePadState {
    std::size_t page = 0; // in big mode not all sixteen fit at once
};
struct PictureTouched {
    enum class What { picture, erase, action, other };
    What what = What::picture;
    std::size_t picture = 0; // 0-15
};

// The whole page down to the bar: pictures 4 x 4 at the left; dots, hint, other way, erase and action at the
// right. In big mode cells of 30 mm, with a key that turns to the other pictures. Which pictures were chosen
// is never shown.
std::optional<PictureTouched> picture_pad(ui::Ui&, const PicturePad&, PicturePadState&);

} // namespace frikort::kiosk::widgets
