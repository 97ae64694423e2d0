// SPDX-License-Identifier: MPL-2.0
#include "core/people/base32.hpp"

#include <array>
#include <cstring>

#include "core/base/bytes.hpp"
#include "core/base/must.hpp"

namespace frikort::core::people {

using base::no;
using base::Result;

namespace {

constexpr std::string_view between = " -\t\r\n"; // may stand anywhere
constexpr std::size_t most_places = 30;          // of the weights 2^1 ... 2^30 all differ

// Twice a number of GF(32), whose numbers are polynomials modulo x^5 + x^2 + 1. Two, the x, has order 31.
constexpr unsigned twice(unsigned number) { return (number << 1) ^ ((number & 16) != 0 ? 0b100101U : 0U); }

constexpr unsigned product(unsigned a, unsigned b)
{
    unsigned sum = 0;
    for (; b != 0; b >>= 1, a = twice(a)) {
        if ((b & 1) != 0) sum ^= a;
    }
    return sum;
}

unsigned value_of(char letter) { return static_cast<unsigned>(base32.find(letter)); }

char as_meant(char typed)
{
    const char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 32) : typed;
    if (c == 'O') return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

} // namespace

Result<Wiped, Misread> spelled_base32(std::string_view typed)
{
    Wiped found;
    bool anything = false;
    for (const char sign : typed) {
        if (between.find(sign) != std::string_view::npos) continue;
        const char letter = as_meant(sign);
        anything = true;
        if (base32.find(letter) == std::string_view::npos) return no(Misread::not_a_card);
        if (found.size() == Wiped::most) return no(Misread::wrong_length);
        found.append({&letter, 1});
    }
    if (!anything) return no(Misread::empty);
    return found;
}

// Each letter times its place's weight 2^1, 2^2 ...; the check letter itself has weight 2^0, so that the
// whole sum is zero.
char check_letter(std::string_view letters)
{
    base::must(letters.size() <= most_places);
    unsigned sum = 0;
    unsigned weight = 1;
    for (const char letter : letters) {
        weight = twice(weight);
        sum ^= product(value_of(letter), weight);
    }
    return base32[sum];
}

Wiped drawn_base32(std::size_t count, base::Chance& chance)
{
    std::array<base::Byte, Wiped::most> random{};
    base::must(count <= random.size());
    chance.fill(std::span{random}.first(count));
    Wiped text;
    for (std::size_t i = 0; i < count; ++i) text.append(base32.substr(random[i] & 31U, 1));
    explicit_bzero(random.data(), random.size());
    return text;
}

Wiped in_groups(std::string_view letters, std::size_t group)
{
    Wiped text;
    for (std::size_t i = 0; i < letters.size(); i += group) {
        if (i > 0) text.append(" ");
        text.append(letters.substr(i, group));
    }
    return text;
}

} // namespace frikort::core::people
