// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/allowance/allowance.hpp"
#include "core/content/parts.hpp"
#include "core/money/money.hpp"

// "Hvad må jeg tjene?": hours a week and pay an hour, as a year's sum beside the limit of the year. A sum of
// the person's own numbers, never a permission (product.md rule 1). Pure; nothing is kept.
namespace frikort::core::guide {

inline constexpr int most_minutes_a_week = 7 * 24 * 60;
inline constexpr auto most_an_hour = money::Money::kroner(9'999); // more is a month's pay, not an hour's

// Within the two bounds above.
struct Plan {
    int minutes_a_week = 0;
    money::Money an_hour;
};

// In whole kroner, for the hours are a guess anyway.
struct Sum {
    money::Money month; // a twelfth of the year
    money::Money year;  // 52 weeks with work
};
Sum sum_of(const Plan&);

struct Beside {
    enum class Limit {
        of_the_year,
        of_an_earlier_year, // the newest before; that of the year itself is not known
        not_known,
    };
    Limit limit = Limit::not_known;
    std::optional<allowance::Allowance> known;
    money::Money left; // below nothing: the sum is higher than the limit
};
// Only with the limit of a whole year; a year with two of them (2023) is none, for no source says how they
// add up.
Beside beside_limit(const Sum&, const allowance::Allowances&, int year);

// What it says in one language: content/<language>/pay.md.
class PayWords {
public:
    static base::Result<PayWords, content::BadParts> of(content::Page);

    const content::Page& page() const { return parts_.page(); }
    const content::PageStep& hours() const { return parts_["hours"]; } // the title is the question
    const content::PageStep& rate() const { return parts_["rate"]; }
    const content::PageStep& sum() const { return parts_["sum"]; } // {hours} {rate} {month} {total}
    // {asked} {year} {limit} {left} {over}
    const content::PageStep& beside(const Beside&) const;

private:
    explicit PayWords(content::Parts parts) : parts_{std::move(parts)} {}
    content::Parts parts_;
};

} // namespace frikort::core::guide
