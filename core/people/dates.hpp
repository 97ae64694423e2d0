// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace frikort::core::people {

enum class DateForm { day_month_year, year_month_day, month_day_year };

// True when these six digits are a day that some year has; 29 February is one in every fourth.
bool is_date(std::string_view six_digits, DateForm);

} // namespace frikort::core::people
