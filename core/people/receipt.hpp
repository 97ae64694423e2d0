// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/people/card.hpp"
#include "core/people/code.hpp"

namespace frikort::core::people {

// What somebody who asks without a notebook takes along: the card of a notebook of one request. It needs no
// code, so whoever has it reads the answer. Source: sync.md "Bodies".
class Receipt {
public:
    static Receipt make(base::Chance& chance) { return Receipt{Card::make(chance)}; }
    explicit Receipt(Card card) : card_{std::move(card)} {}
    // Takes what Card::read takes, with the FR of the QR code. Typed letters are those of a card: whether
    // they open a request or a notebook is seen when they are tried.
    static base::Result<Receipt, Misread> read(std::string_view scanned_or_typed);
    // True for what a receipt's QR code says, whether or not it was read well.
    static bool is_marked(std::string_view scanned);

    const Card& card() const { return card_; }
    Wiped qr_text() const;
    // Stands where a notebook's own code stands. No PIN and no picture code is these bytes.
    static Code code();

private:
    Card card_;
};

} // namespace frikort::core::people
