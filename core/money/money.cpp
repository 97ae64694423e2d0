// SPDX-License-Identifier: MPL-2.0
#include "core/money/money.hpp"

#include <algorithm>

namespace frikort::core::money {

namespace {

// How an amount is grouped and where its øre begin.
struct Marks {
    char thousands;
    char decimal;
};

constexpr Marks marks_of(Separators separators)
{
    return separators == Separators::danish ? Marks{'.', ','} : Marks{',', '.'};
}

} // namespace

std::string number(Money money, Separators separators)
{
    const auto marks = marks_of(separators);
    const auto ore = money.magnitude().in_ore();
    auto text = std::to_string(ore / 100);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(text.begin() + at, marks.thousands);
    if (const auto left = ore % 100; left != 0) {
        text += marks.decimal;
        text += static_cast<char>('0' + left / 10);
        text += static_cast<char>('0' + left % 10);
    }
    return money < Money{} ? "-" + text : text;
}

std::string text(Money money, Separators separators) { return number(money, separators) + " kr."; }

} // namespace frikort::core::money
