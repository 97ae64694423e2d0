// SPDX-License-Identifier: MPL-2.0
#include "core/people/card.hpp"

#include "core/base/bytes.hpp"

namespace frikort::core::people {

using base::no;
using base::Result;

namespace {

constexpr std::string_view mark = "FK";
constexpr std::size_t letters = Card::number_letters + Card::secret_letters + 1;

Wiped joined(std::string_view a, std::string_view b)
{
    Wiped both{a};
    both.append(b);
    return both;
}

} // namespace

Card Card::make(base::Chance& chance)
{
    const auto number = drawn_base32(number_letters, chance);
    return {std::string{number.view()}, drawn_base32(secret_letters, chance)};
}

Result<Card, Misread> Card::read(std::string_view scanned_or_typed)
{
    const auto found = spelled_base32(scanned_or_typed);
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

char Card::check() const { return check_letter(joined(number_, secret_.view()).view()); }

std::string Card::number_text() const { return std::string{in_groups(number_, 3).view()}; }

Wiped Card::secret_text() const { return in_groups(secret_.view(), 4); }

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
