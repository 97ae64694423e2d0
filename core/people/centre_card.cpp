// SPDX-License-Identifier: MPL-2.0
#include "core/people/centre_card.hpp"

namespace frikort::core::people {

using base::no;

namespace {

constexpr std::string_view mark = "FC";
constexpr std::size_t letters = 26; // 130 bits: the last letter holds three bits and two zeros

Wiped with_check(const Wiped& all)
{
    Wiped whole = all;
    const char check = check_letter(all.view());
    whole.append({&check, 1});
    return whole;
}

} // namespace

CentreCard CentreCard::make(base::Chance& chance)
{
    auto drawn = drawn_base32(letters - 1, chance);
    const auto last = drawn_base32(1, chance);
    drawn.append(base32.substr(base32.find(last.view()) & 0b11100U, 1));
    return CentreCard{drawn};
}

base::Result<CentreCard, Misread> CentreCard::read(std::string_view scanned_or_typed)
{
    const auto found = spelled_base32(scanned_or_typed);
    if (!found) return no(found.error());
    auto text = found->view();
    if (text.size() == mark.size() + letters + 1) {
        if (text.substr(0, mark.size()) != mark) return no(Misread::not_a_card);
        text.remove_prefix(mark.size());
    }
    if (text.size() != letters + 1) return no(Misread::wrong_length);
    CentreCard card{Wiped{text.substr(0, letters)}};
    if (check_letter(card.letters_.view()) != text.back()) return no(Misread::check_failed);
    if ((base32.find(text[letters - 1]) & 0b11U) != 0) return no(Misread::check_failed);
    return card;
}

Wiped CentreCard::bytes() const
{
    Wiped bytes;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char letter : letters_.view()) {
        held = held << 5U | static_cast<unsigned>(base32.find(letter));
        bits += 5;
        if (bits < 8 || bytes.size() == size) continue;
        bits -= 8;
        const auto byte = static_cast<char>(held >> bits & 0xFFU);
        bytes.append({&byte, 1});
    }
    return bytes;
}

Wiped CentreCard::text() const { return in_groups(with_check(letters_).view(), 4); }

Wiped CentreCard::qr_text() const
{
    Wiped text{mark};
    text.append(with_check(letters_).view());
    return text;
}

} // namespace frikort::core::people
