// SPDX-License-Identifier: MPL-2.0
#include "core/actions/card_proof.hpp"

#include "core/sealing/stretch.hpp"

namespace frikort::core::actions {

CardProof prove(const Kiosk& kiosk, const people::Card& card, const people::Code& code)
{
    auto made = sealing::stretch_card(card.number(), base::view_of(card.secret().view()), code.bytes().view(),
                                      kiosk.cost);
    return {sealing::card_lookup(card.number()), std::move(made.proof)};
}

} // namespace frikort::core::actions
