// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "core/money/money.hpp"

namespace frikort::core::allowance {

struct Source {
    std::string number;  // in reference/domain.md: "S4"
    std::string text;    // what to look up, in Danish: "Den juridiske vejledning 2025-1, C.A.2.5.2.1.32"
    std::string address; // https only
    friend bool operator==(const Source&, const Source&) = default;
};

// What may be earned tax free, as the rules in force in one period said. Never shown without its year and its
// source (product.md rule 1).
struct Allowance {
    enum class Covers { calendar_year, period }; // the first half of 2023 had an amount of its own
    int year = 0;
    base::Date from;
    base::Date until; // the last day included
    money::Money limit;
    Covers covers = Covers::calendar_year;
    std::vector<Source> sources; // at least one; the first is the one to show
    std::string checked;         // when a person last read the sources: "2026-11", or with the day

    const Source& source() const { return sources.front(); }
};

enum class Malformed { not_json, wrong_shape, bad_date, bad_amount, no_source, overlapping };

// The yearly limits, as data. A year that is not there is not known, and is never computed from another
// (domain.md 1.2).
class Allowances {
public:
    Allowances() = default; // knows no year
    // Reads assets/limits.json, or what the server sent in its shape. All or nothing: one bad limit refuses
    // the whole text. Fields it does not know are left alone.
    static base::Result<Allowances, Malformed> from_json(std::string_view);

    // The periods of a year, earliest first. Empty: not known. Two in 2023.
    std::vector<Allowance> in(int year) const;
    // The newest of any earlier year, for "I 2025 var den 42.766 kr.".
    std::optional<Allowance> latest_before(int year) const;
    const std::vector<Allowance>& all() const { return all_; }

private:
    std::vector<Allowance> all_; // by day
};

} // namespace frikort::core::allowance
