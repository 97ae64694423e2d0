// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace frikort::core::money {

// Why what somebody typed is not taken as an amount. Each has its own kind line on the screen.
enum class Unreadable {
    empty,
    not_a_number,
    negative,
    zero,
    too_large,         // over Money::largest
    too_many_decimals, // "350,555": there are only two digits of øre
    ambiguous,         // a wrong reading would be ten times off or more: "12.50", "1,250", "12 50"
};

// An amount in whole øre. Amounts are bounded where they enter the program (`parse`, the notebook's decoder),
// so sums inside it cannot overflow: nine billion of the largest fit.
class Money {
public:
    // The largest single amount: 10 million kr.
    static constexpr std::int64_t largest_ore = 10'000'000'00;

    constexpr Money() = default;
    static constexpr Money ore(std::int64_t amount) { return Money{amount}; }
    static constexpr Money kroner(std::int64_t amount) { return Money{amount * 100}; }

    // Reads what Danes type, as more than nothing and at most `largest_ore`. The rules:
    //  - "kr", "kr.", "dkk", "kroner" before or after, and ",-" after, are left out; so are blanks at the
    //  ends;
    //  - a comma before one or two digits at the end is the comma of the øre: "350,5" is 350 kr. 50 øre;
    //  - points or blanks (never both) before groups of exactly three digits are thousands: "1.250", "12
    //  350,50";
    //  - "1,250.50" and "1250.50" can be read in one way only, so they are;
    //  - all else is refused. A point before one or two digits after three digits or fewer ("12.50"), and a
    //  comma
    //    before three ("1,250"), could each be meant a hundred or a thousand times larger: `ambiguous`.
    static base::Result<Money, Unreadable> parse(std::string_view typed);

    constexpr std::int64_t in_ore() const { return ore_; }
    constexpr bool fits() const { return ore_ > 0 && ore_ <= largest_ore; } // as one payment
    constexpr Money magnitude() const { return Money{ore_ < 0 ? -ore_ : ore_}; }

    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }
    friend constexpr Money operator+(Money a, Money b) { return Money{a.ore_ + b.ore_}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.ore_ - b.ore_}; }
    friend constexpr Money operator-(Money a) { return Money{-a.ore_}; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t ore) : ore_{ore} {}
    std::int64_t ore_ = 0;
};

enum class Separators { danish, english };

// "12.350", or with øre "1.250,50"; English "12,350" and "1,250.50". Øre only when there are any (kiosk.md).
std::string number(Money, Separators);
// The same with " kr." behind.
std::string text(Money, Separators);

} // namespace frikort::core::money
