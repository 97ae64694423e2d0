// SPDX-License-Identifier: MPL-2.0
#include "core/people/dates.hpp"

#include "core/base/date.hpp"
#include "core/base/must.hpp"

namespace frikort::core::people {

bool is_date(std::string_view six_digits, DateForm form)
{
    base::must(six_digits.size() == 6);
    const auto pair = [&](std::size_t which) {
        return (six_digits[2 * which] - '0') * 10 + (six_digits[2 * which + 1] - '0');
    };
    int day = pair(0);
    int month = pair(1);
    int year = pair(2);
    if (form == DateForm::year_month_day) {
        year = pair(0);
        day = pair(2);
    } else if (form == DateForm::month_day_year) {
        month = pair(0);
        day = pair(1);
    }
    return base::Date::from(2000 + year, month, day).has_value();
}

} // namespace frikort::core::people
