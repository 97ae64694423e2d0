// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::widgets {

struct MonthChart {
    std::string_view name = {};                 // "Løn, måned for måned"
    std::array<std::int64_t, 12> ore{};         // what was earned in each month
    std::array<std::string_view, 12> letters{}; // under the bars: "J" "F" "M"
    std::array<std::string_view, 12> spoken{};  // "Januar: 350 kroner"
    std::string_view most = {};                 // the amount of the tallest bar, as text
    ui::Privacy privacy = ui::Privacy::personal;
};

void month_chart(ui::Ui&, ui::Rect, const MonthChart&);

} // namespace frikort::kiosk::widgets
