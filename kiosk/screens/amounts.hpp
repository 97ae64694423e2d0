// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/content/texts.hpp"
#include "core/money/money.hpp"
#include "core/notebook/body.hpp"

// How amounts, places, times and days are written, in the language now on the screen. Numbers and what they
// count stay on one line.
namespace frikort::kiosk::screens {

core::money::Separators separators_of(const core::content::Texts&);
// "12.350 kr.", øre only when there are any.
std::string amount_text(core::money::Money, const core::content::Texts&);
// "Café Klare", or that it was not told.
std::string place_text(const std::optional<std::string>& place, const core::content::Texts&);
// "3 timer", "1 time 30 min.", or that it is not known.
std::string time_text(std::optional<int> minutes, const core::content::Texts&);
// "20. november", where the year is this year and stands nearby.
std::string day_and_month(core::base::Date, const core::content::Texts&);
// "20. november 2025".
std::string date_text(core::base::Date, const core::content::Texts&);
// "20. nov. 2025", where the other does not fit.
std::string short_date_text(core::base::Date, const core::content::Texts&);
// Puts a value where "{limit}" stands in a sentence of a page. A value that ends in a full stop ("350 kr.")
// ends the sentence too.
void put_in(std::string& sentence, std::string_view name, const std::string& value);
// The first letter large, for the beginning of a line.
std::string capitalised(std::string);

} // namespace frikort::kiosk::screens
