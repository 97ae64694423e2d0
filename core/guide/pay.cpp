// SPDX-License-Identifier: MPL-2.0
#include "core/guide/pay.hpp"

#include <algorithm>

#include "core/base/must.hpp"

namespace frikort::core::guide {

using allowance::Allowance;
using money::Money;

namespace {

constexpr std::int64_t weeks_a_year = 52;
constexpr std::int64_t months_a_year = 12;

// To the nearest krone.
Money in_kroner(std::int64_t ore_times, std::int64_t parts)
{
    const std::int64_t whole = parts * 100;
    return Money::kroner((ore_times + whole / 2) / whole);
}

} // namespace

Sum sum_of(const Plan& plan)
{
    base::must(plan.minutes_a_week >= 0 && plan.minutes_a_week <= most_minutes_a_week);
    base::must(plan.an_hour >= Money{} && plan.an_hour <= most_an_hour);
    const std::int64_t ore_times_60 = plan.an_hour.in_ore() * plan.minutes_a_week * weeks_a_year;
    return {in_kroner(ore_times_60, 60 * months_a_year), in_kroner(ore_times_60, 60)};
}

Beside beside_limit(const Sum& sum, const allowance::Allowances& allowances, int year)
{
    const auto whole_year = [&](int which) -> std::optional<Allowance> {
        const auto periods = allowances.in(which);
        const bool one = periods.size() == 1 && periods[0].covers == Allowance::Covers::calendar_year;
        return one ? std::optional{periods[0]} : std::nullopt;
    };
    Beside beside;
    beside.known = whole_year(year);
    if (beside.known) {
        beside.limit = Beside::Limit::of_the_year;
    } else {
        for (auto before = allowances.latest_before(year); before && !beside.known;
             before = allowances.latest_before(before->year))
            beside.known = whole_year(before->year);
        if (beside.known) beside.limit = Beside::Limit::of_an_earlier_year;
    }
    if (beside.known) beside.left = beside.known->limit - sum.year;
    return beside;
}

base::Result<PayWords, content::BadParts> PayWords::of(content::Page page)
{
    auto parts = content::Parts::of(
        std::move(page), {"hours", "rate", "sum", "left", "over", "before.left", "before.over", "not_known"});
    if (!parts) return base::no(parts.error());
    return PayWords{std::move(*parts)};
}

const content::PageStep& PayWords::beside(const Beside& beside) const
{
    const bool over = beside.left < Money{};
    switch (beside.limit) {
    case Beside::Limit::of_the_year:
        return parts_[over ? "over" : "left"];
    case Beside::Limit::of_an_earlier_year:
        return parts_[over ? "before.over" : "before.left"];
    case Beside::Limit::not_known:
        break;
    }
    return parts_["not_known"];
}

} // namespace frikort::core::guide
