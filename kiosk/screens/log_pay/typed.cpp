// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/log_pay/typed.hpp"

#include <algorithm>
#include <charconv>

namespace frikort::kiosk::screens::log_pay {

using core::base::no;
using core::base::Result;
using core::money::Money;

namespace {

constexpr std::size_t most_hours = 3;  // digits
constexpr std::size_t most_kroner = 8; // digits: 10 million kr. and no more

std::size_t decimals(const std::string& typed)
{
    const auto comma = typed.find(',');
    return comma == std::string::npos ? 0 : typed.size() - comma - 1;
}

// The digits before the comma in groups of three.
std::string grouped(std::string digits, core::money::Separators separators)
{
    const char point = separators == core::money::Separators::danish ? '.' : ',';
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(digits.begin() + at, point);
    return digits;
}

std::string as_typed(const std::string& typed, core::money::Separators separators)
{
    const auto comma = typed.find(',');
    if (comma == std::string::npos) return grouped(typed, separators);
    const char decimal = separators == core::money::Separators::danish ? ',' : '.';
    return grouped(typed.substr(0, comma), separators) + decimal + typed.substr(comma + 1);
}

} // namespace

std::string with_sign(const std::string& typed, char sign, Step step)
{
    const bool has_comma = typed.find(',') != std::string::npos;
    if (sign == ',') return has_comma ? typed : (typed.empty() ? "0" : typed) + ",";
    if (decimals(typed) == 2) return typed;
    const std::size_t most = step == Step::hours ? most_hours : most_kroner;
    if (!has_comma && typed.size() == most) return typed;
    return typed == "0" ? std::string{sign} : typed + sign;
}

std::string shown_amount(const std::string& typed, core::money::Separators separators)
{
    return typed.empty() ? "" : as_typed(typed, separators) + " kr.";
}

std::string shown_hours(const std::string& typed, core::money::Separators separators)
{
    return as_typed(typed, separators);
}

Result<int, Problem> minutes_typed(const std::string& typed)
{
    if (typed.empty()) return no(Problem::not_a_number);
    const auto amount = Money::parse(typed); // the same digits and comma; hundredths of an hour
    if (!amount) return no(Problem::not_a_number);
    const auto hundredths = amount->in_ore();
    if (hundredths == 0) return no(Problem::not_a_number);
    if (hundredths * 60 > core::notebook::most_minutes * 100) return no(Problem::too_many_hours);
    return static_cast<int>((hundredths * 60 + 50) / 100);
}

Result<Money, Problem> amount_typed(const std::string& typed)
{
    const auto amount = Money::parse(typed);
    if (amount) return *amount;
    using core::money::Unreadable;
    switch (amount.error()) {
    case Unreadable::empty:
    case Unreadable::zero:
        return no(Problem::no_amount);
    case Unreadable::too_large:
        return no(Problem::too_large);
    case Unreadable::too_many_decimals:
        return no(Problem::too_precise);
    default:
        return no(Problem::not_a_number);
    }
}

} // namespace frikort::kiosk::screens::log_pay
