// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/content/texts.hpp"

namespace frikort::core::content {

// Days as people read them, in the catalogue's language.

// "20. november 2025", "20 November 2025": always with its year (kiosk.md "text").
std::string written_out(const Texts&, base::Date);
// "torsdag den 20. november 2025", "Thursday 20 November 2025".
std::string with_weekday(const Texts&, base::Date);
// "i dag", "i går", else as `written_out`. `today` must come from a clock that is trusted (sync.md R10).
std::string near_day(const Texts&, base::Date, base::Date today);
// "mandag", "Monday"; 1 = Monday ... 7 = Sunday.
std::string weekday(const Texts&, int weekday);
// "november", "November"; 1-12.
std::string month(const Texts&, int month);
// "nov.", "Nov": for the bars of a year.
std::string short_month(const Texts&, int month);

} // namespace frikort::core::content
