// SPDX-License-Identifier: MPL-2.0
#include "core/base/date.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace frikort::core::base {

using namespace std::chrono;

std::optional<Date> Date::from(int year, int month, int day)
{
    if (year < 1900 || year > 9999 || month < 1 || day < 1) return std::nullopt;
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{sys_days{ymd}};
}

std::optional<Date> Date::from_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        int value = 0;
        const auto* end = text.data() + from + length;
        const bool digits = std::all_of(text.data() + from, end, [](char c) { return c >= '0' && c <= '9'; });
        if (digits) std::from_chars(text.data() + from, end, value);
        return digits ? value : -1;
    };
    return from(number(0, 4), number(5, 2), number(8, 2));
}

namespace {

// Summer time in the EU: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
// October (directive 2000/84/EC). Own arithmetic, so that a kiosk without a zone database is not a day off.
bool summer_time(system_clock::time_point moment)
{
    const auto year = year_month_day{floor<days>(moment)}.year();
    const auto from = sys_days{year / March / Sunday[last]} + hours{1};
    const auto until = sys_days{year / October / Sunday[last]} + hours{1};
    return moment >= from && moment < until;
}

} // namespace

Date Date::in_denmark(system_clock::time_point moment)
{
    return Date{floor<days>(moment + hours{summer_time(moment) ? 2 : 1})};
}

int Date::year() const { return static_cast<int>(ymd().year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(ymd().month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(ymd().day())); }
int Date::weekday() const { return static_cast<int>(std::chrono::weekday{days_}.iso_encoding()); }

std::string Date::iso() const
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day());
    return text;
}

Date Date::plus_days(int count) const { return Date{days_ + days{count}}; }

Date Date::plus_years(int count) const
{
    const int target = year() + count;
    return *from(target, month(), std::min(day(), days_in_month(target, month())));
}

int days_between(Date from, Date to) { return static_cast<int>((to.days_ - from.days_).count()); }

int days_in_month(int year, int month)
{
    const year_month_day_last last_day{std::chrono::year{year} /
                                       std::chrono::month{static_cast<unsigned>(month)} / last};
    return static_cast<int>(static_cast<unsigned>(last_day.day()));
}

} // namespace frikort::core::base
