// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/people/base32.hpp"

namespace frikort::core::people {

// The paper in the centre's safe: 128 random bits that can open what was lost. Shown once, as a QR code and
// as letters to copy by hand. Source: sync.md, key table.
class CentreCard {
public:
    static constexpr std::size_t size = 16; // bytes
    static CentreCard make(base::Chance&);
    // Takes what Card::read takes, with or without the FC of the QR code.
    static base::Result<CentreCard, Misread> read(std::string_view scanned_or_typed);

    // `size` bytes, for making keys.
    Wiped bytes() const;
    // For people: 26 letters in fours and the check letter behind them.
    Wiped text() const;
    Wiped qr_text() const;
    friend bool operator==(const CentreCard&, const CentreCard&) = default;

private:
    explicit CentreCard(const Wiped& letters) : letters_{letters} {}
    Wiped letters_; // 26, without the check letter
};

} // namespace frikort::core::people
