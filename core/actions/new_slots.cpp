// SPDX-License-Identifier: MPL-2.0
#include "core/actions/new_slots.hpp"

#include <algorithm>

#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

using records::StreamId;
using sealing::NotebookKeys;
using store::Slots;

bool taken(store::Work& work, const people::Card& card, const std::optional<StreamId>& but)
{
    const auto found = work.slots().find(Slots::Kind::card, sealing::card_lookup(card.number()));
    return std::any_of(found.begin(), found.end(), [&](const auto& slot) { return slot.stream != but; });
}

people::Card unused_card(store::Work& work, base::Chance& chance)
{
    for (;;) {
        auto card = people::Card::make(chance);
        if (!taken(work, card)) return card;
    }
}

CardKey card_key(const Kiosk& kiosk, const people::Card& card, const people::Code& code)
{
    auto made = sealing::stretch_card(card.number(), base::view_of(card.secret().view()), code.bytes().view(),
                                      kiosk.cost);
    return {sealing::card_lookup(card.number()), std::move(made.slot_key),
            sealing::verifier_of(made.proof.view())};
}

sealing::OpenSlot card_slot(const Kiosk& kiosk, const CardKey& card, const StreamId& stream,
                            const NotebookKeys& keys)
{
    return {sealing::OpenSlot::Kind::card, card.lookup, card.verifier,
            sealing::wrap(card.key, stream, keys, kiosk.chance)};
}

sealing::OpenSlot recovery_slot(const Kiosk& kiosk, const StreamId& stream, const NotebookKeys& keys)
{
    return {sealing::OpenSlot::Kind::recovery, stream.name, std::nullopt,
            sealing::wrap_for_recovery(*kiosk.recovery, stream, keys, kiosk.chance)};
}

} // namespace frikort::core::actions
