// SPDX-License-Identifier: MPL-2.0
#include "core/people/card.hpp"

#include <array>
#include <cstring>

#include "core/base/bytes.hpp"

namespace frikort::core::people {

using base::no;
using base::Result;

namespace {

// Crockford's base32: no I, L, O or U.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view mark = "FK";
constexpr std::string_view between = " -\t\r\n"; // may stand anywhere
constexpr std::size_t letters = Card::number_letters + Card::secret_letters + 1;

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

unsigned value_of(char letter) { return static_cast<unsigned>(alphabet.find(letter)); }

// The sum of each letter times its place's weight 2^1 ... 2^21; the check letter itself has weight 2^0. So
// the whole sum is zero, and all 22 weights differ.
unsigned weighted_sum(std::string_view number_and_secret)
{
    unsigned sum = 0;
    unsigned weight = 1;
    for (const char letter : number_and_secret) {
        weight = twice(weight);
        sum ^= product(value_of(letter), weight);
    }
    return sum;
}

Wiped joined(std::string_view a, std::string_view b)
{
    Wiped both{a};
    both.append(b);
    return both;
}

char as_meant(char typed)
{
    const char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 32) : typed;
    if (c == 'O') return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

// Only the letters, in the card's own spelling. Nothing when there is one no card has.
Result<Wiped, Misread> spelled(std::string_view typed)
{
    Wiped found;
    bool anything = false;
    for (const char sign : typed) {
        if (between.find(sign) != std::string_view::npos) continue;
        const char letter = as_meant(sign);
        anything = true;
        if (alphabet.find(letter) == std::string_view::npos) return no(Misread::not_a_card);
        if (found.size() == Wiped::most) return no(Misread::wrong_length);
        found.append({&letter, 1});
    }
    if (!anything) return no(Misread::empty);
    return found;
}

// Five bits of each random byte.
Wiped drawn(std::size_t count, base::Chance& chance)
{
    std::array<base::Byte, letters> random{};
    chance.fill(std::span{random}.first(count));
    Wiped text;
    for (std::size_t i = 0; i < count; ++i) text.append(alphabet.substr(random[i] & 31U, 1));
    explicit_bzero(random.data(), random.size());
    return text;
}

std::string spaced(std::string_view text, std::size_t group)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += group) {
        if (i > 0) out += ' ';
        out += text.substr(i, group);
    }
    return out;
}

} // namespace

Card Card::make(base::Chance& chance)
{
    const auto number = drawn(number_letters, chance);
    return {std::string{number.view()}, drawn(secret_letters, chance)};
}

Result<Card, Misread> Card::read(std::string_view scanned_or_typed)
{
    const auto found = spelled(scanned_or_typed);
    if (!found) return no(found.error());
    auto text = found->view();
    if (text.size() == mark.size() + letters) {
        if (text.substr(0, mark.size()) != mark) return no(Misread::not_a_card);
        text.remove_prefix(mark.size());
    }
    if (text.size() != letters) return no(Misread::wrong_length);
    Card card{std::string{text.substr(0, number_letters)},
              Wiped{text.substr(number_letters, secret_letters)}};
    if (card.check() != text.back()) return no(Misread::check_failed);
    return card;
}

char Card::check() const { return alphabet[weighted_sum(joined(number_, secret_.view()).view())]; }

std::string Card::number_text() const { return spaced(number_, 3); }

Wiped Card::secret_text() const
{
    Wiped text;
    for (std::size_t i = 0; i < secret_letters; i += 4) {
        if (i > 0) text.append(" ");
        text.append(secret_.view().substr(i, 4));
    }
    return text;
}

Wiped Card::qr_text() const
{
    Wiped text{mark};
    text.append(number_);
    text.append(secret_.view());
    const char last = check();
    text.append({&last, 1});
    return text;
}

} // namespace frikort::core::people
