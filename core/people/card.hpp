// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/base/chance.hpp"
#include "core/base/result.hpp"
#include "core/people/base32.hpp"

namespace frikort::core::people {

// A notebook's card: a number (9 letters, not secret), a secret (12 letters, 60 bits) and a check letter, all
// of Crockford's base32. Source: sync.md "Card".
class Card {
public:
    static constexpr std::size_t number_letters = 9;
    static constexpr std::size_t secret_letters = 12;

    static Card make(base::Chance&);
    // Takes small letters, blanks, dashes, O for 0, I and L for 1, with or without the FK of the QR code.
    static base::Result<Card, Misread> read(std::string_view scanned_or_typed);

    // "K7M2Q9XWT": what finds the notebook and all that staff ever need.
    const std::string& number() const { return number_; }
    // The 12 letters of the secret, for making keys.
    const Wiped& secret() const { return secret_; }
    char check() const;

    // For people: the number in threes, "K7M 2Q9 XWT"; the secret in fours; the check letter alone.
    std::string number_text() const;
    Wiped secret_text() const;
    // "FK", number, secret, check letter: 24 of A-Z and 0-9, which every keyboard layout of a scanner types
    // alike.
    Wiped qr_text() const;

    friend bool operator==(const Card&, const Card&) = default;

private:
    Card(std::string number, Wiped secret) : number_{std::move(number)}, secret_{std::move(secret)} {}
    std::string number_;
    Wiped secret_;
};

} // namespace frikort::core::people
