// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/money/money.hpp"

namespace frikort::core::notebook {

using base::Date;
using money::Money;

inline constexpr std::size_t longest_place = 60;  // characters
inline constexpr int most_minutes = 31 * 24 * 60; // no payment is for more than a month of work

// Where the money came from; nothing: the citizen would rather not say.
using Place = std::optional<std::string>;
// How long the work took; nothing: not known.
using Minutes = std::optional<int>;

// One payment for one piece of work.
struct Earning {
    Date paid; // the day the money came; its year is the year it counts in (sync.md R10)
    Place place;
    Minutes minutes;
    Money amount;
    friend bool operator==(const Earning&, const Earning&) = default;
};

} // namespace frikort::core::notebook
