// SPDX-License-Identifier: MPL-2.0
#include "core/content/dates.hpp"

#include <array>

#include "core/base/must.hpp"

namespace frikort::core::content {

namespace {

constexpr std::array months{"month.1", "month.2", "month.3", "month.4",  "month.5",  "month.6",
                            "month.7", "month.8", "month.9", "month.10", "month.11", "month.12"};
constexpr std::array short_months{"month.short.1", "month.short.2",  "month.short.3",  "month.short.4",
                                  "month.short.5", "month.short.6",  "month.short.7",  "month.short.8",
                                  "month.short.9", "month.short.10", "month.short.11", "month.short.12"};
constexpr std::array weekdays{"weekday.1", "weekday.2", "weekday.3", "weekday.4",
                              "weekday.5", "weekday.6", "weekday.7"};

template <std::size_t Size>
const char* at(const std::array<const char*, Size>& keys, int number)
{
    base::must(number >= 1 && number <= static_cast<int>(Size));
    return keys[static_cast<std::size_t>(number - 1)];
}

} // namespace

std::string written_out(const Texts& texts, base::Date date)
{
    return texts("date.full", {{"day", std::to_string(date.day())},
                               {"month", month(texts, date.month())},
                               {"year", std::to_string(date.year())}});
}

std::string with_weekday(const Texts& texts, base::Date date)
{
    return texts("date.with_weekday",
                 {{"weekday", weekday(texts, date.weekday())}, {"date", written_out(texts, date)}});
}

std::string near_day(const Texts& texts, base::Date date, base::Date today)
{
    if (date == today) return texts("date.today");
    if (date.plus_days(1) == today) return texts("date.yesterday");
    return written_out(texts, date);
}

std::string weekday(const Texts& texts, int weekday) { return texts(at(weekdays, weekday)); }
std::string month(const Texts& texts, int month) { return texts(at(months, month)); }
std::string short_month(const Texts& texts, int month) { return texts(at(short_months, month)); }

} // namespace frikort::core::content
