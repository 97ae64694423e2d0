// SPDX-License-Identifier: MPL-2.0
#include "core/base/date.hpp"
#include "tests/fuzz/target.hpp"

using namespace frikort;
using core::base::Date;
using tests::fuzz::holds;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto typed = tests::fuzz::text(bytes, size);
    const auto date = Date::from_iso(typed);
    if (!date) return 0;
    holds(date->iso() == typed);
    holds(Date::from(date->year(), date->month(), date->day()) == date);
    holds(date->weekday() >= 1 && date->weekday() <= 7);
    holds(date->plus_days(1).plus_days(-1) == *date && days_between(*date, date->plus_days(366)) == 366);
    return 0;
}
