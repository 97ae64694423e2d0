// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/people/wiped.hpp"

namespace frikort::core::people {

// Why what was scanned or typed is no card.
enum class Misread {
    empty,
    not_a_card,   // letters that no card has, or another QR code
    wrong_length, // one letter too few or too many, most often
    check_failed, // the right length, but some letter is wrong or two changed places
};

// What cards and codes on paper are written with: Crockford's base32, no I, L, O or U.
inline constexpr std::string_view base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Only the letters, in the card's own spelling: small letters, blanks, dashes, O for 0, I and L for 1 are
// taken as meant.
base::Result<Wiped, Misread> spelled_base32(std::string_view typed);
// The letter that makes up for the others: a weighted sum over GF(32) in which each of up to 30 places has a
// weight of its own, so it catches every single wrong letter and every two that changed places.
char check_letter(std::string_view base32_letters);
// Five random bits each.
Wiped drawn_base32(std::size_t count, base::Chance&);
// "K7M 2Q9 XWT".
Wiped in_groups(std::string_view letters, std::size_t group);

} // namespace frikort::core::people
