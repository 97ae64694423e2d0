// SPDX-License-Identifier: MPL-2.0
#include "core/people/cpr.hpp"

#include <algorithm>
#include <string>

#include "core/people/dates.hpp"

namespace frikort::core::people {

namespace {

constexpr std::size_t cpr_digits = 10;
constexpr std::size_t date_digits = 6;
constexpr int most_between = 3; // signs between two digits of one number

// A sign that may stand inside a number: a blank or a mark of any script, but no letter.
bool is_between(unsigned char c) { return c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'); }

} // namespace

bool looks_like_cpr(std::string_view text)
{
    std::string run; // digits, as far as they may belong to one number
    int between = 0;
    bool inside_sign = false;
    for (const char letter : text) {
        const auto c = static_cast<unsigned char>(letter);
        if (c >= '0' && c <= '9') {
            run += letter;
            between = 0;
            inside_sign = false;
            if (run.size() < cpr_digits) continue;
            const std::string_view last{run.data() + run.size() - cpr_digits, date_digits};
            if (is_date(last, DateForm::day_month_year)) return true;
            continue;
        }
        // Hard blanks (C2 A0) and dashes (E2 80 90 - E2 88 92) count as one sign each; other letters end the
        // number.
        if (c == 0xC2 || c == 0xE2)
            inside_sign = true;
        else if (c >= 0x80 && inside_sign)
            continue;
        else if (!is_between(c)) {
            run.clear();
            continue;
        } else
            inside_sign = false;
        if (++between > most_between) run.clear();
    }
    return false;
}

} // namespace frikort::core::people
