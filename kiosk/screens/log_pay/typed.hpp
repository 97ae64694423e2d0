// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "kiosk/screens/log_pay/log_pay.hpp"

// What digits on the pad become. Pure.
namespace frikort::kiosk::screens::log_pay {

// `typed` with one more sign, or as it was where the sign makes no sense: a second comma, a third digit of
// øre, more digits than any amount or day has.
std::string with_sign(const std::string& typed, char sign, Step);
// "350" -> "350 kr.", "1250," -> "1.250, kr.": as it stands in the field while it is typed.
std::string shown_amount(const std::string& typed, core::money::Separators);
std::string shown_hours(const std::string& typed, core::money::Separators);

// Hours with at most two decimals, up to 24 a day; rounded to whole minutes.
core::base::Result<int, Problem> minutes_typed(const std::string& typed);
core::base::Result<core::money::Money, Problem> amount_typed(const std::string& typed);

} // namespace frikort::kiosk::screens::log_pay
