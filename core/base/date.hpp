// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace frikort::core::base {

// A Danish calendar day, always one that exists.
class Date {
public:
    // Nothing for a day that does not exist.
    static std::optional<Date> from(int year, int month, int day);
    // "2025-11-20" and nothing else.
    static std::optional<Date> from_iso(std::string_view);
    // The day it is in Denmark at this moment, summer time included.
    static Date in_denmark(std::chrono::system_clock::time_point);

    int year() const;
    int month() const;   // 1-12
    int day() const;     // 1-31
    int weekday() const; // 1 = Monday ... 7 = Sunday
    std::string iso() const;

    Date plus_days(int days) const;
    // The same day in another year; 29 February becomes 28 February.
    Date plus_years(int years) const;
    friend int days_between(Date from, Date to);
    friend auto operator<=>(const Date&, const Date&) = default;

private:
    explicit Date(std::chrono::sys_days days) : days_{days} {}
    std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{days_}; }
    std::chrono::sys_days days_;
};

int days_between(Date from, Date to);
int days_in_month(int year, int month);

} // namespace frikort::core::base
