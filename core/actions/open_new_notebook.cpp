// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_new_notebook.hpp"

#include <algorithm>

#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/base/must.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

using sealing::NotebookKeys;
using store::Slots;

namespace {

bool taken(store::Work& work, const people::Card& card)
{
    return !work.slots().find(Slots::Kind::card, sealing::card_lookup(card.number())).empty();
}

people::Card unused_card(store::Work& work, base::Chance& chance)
{
    for (;;) {
        auto card = people::Card::make(chance);
        if (!taken(work, card)) return card;
    }
}

struct Slot {
    Slots::Slot kept;                   // on this kiosk
    std::optional<base::Hash> verifier; // for the server, of a card
};

Slot card_slot(const Kiosk& kiosk, const people::Card& card, const people::Code& code,
               const records::StreamId& stream, const NotebookKeys& keys)
{
    const auto from_card = sealing::stretch_card(card.number(), base::view_of(card.secret().view()),
                                                 code.bytes().view(), kiosk.cost);
    return {{Slots::Kind::card, sealing::card_lookup(card.number()), stream, keys.generation(),
             sealing::wrap(from_card.slot_key, stream, keys, kiosk.chance)},
            sealing::verifier_of(from_card.proof.view())};
}

Slots::Slot name_slot(const Kiosk& kiosk, const people::CallName& name, const sealing::Secret& key,
                      const records::StreamId& stream, const NotebookKeys& keys)
{
    return {Slots::Kind::name, sealing::name_lookup(name.text(), kiosk.pepper), stream, keys.generation(),
            sealing::wrap(key, stream, keys, kiosk.chance)};
}

// Whether this name and code open somebody else's notebook already.
bool opens_another(store::Work& work, const Slots::Slot& by_name, const sealing::Secret& key)
{
    const auto others = work.slots().find(Slots::Kind::name, by_name.lookup);
    return std::any_of(others.begin(), others.end(), [&](const Slots::Slot& other) {
        return sealing::unwrap(key, other.stream, other.generation, other.wrapped).has_value();
    });
}

Slot recovery_slot(const Kiosk& kiosk, const records::StreamId& stream, const NotebookKeys& keys)
{
    return {{Slots::Kind::recovery, stream.name, stream, keys.generation(),
             sealing::wrap_for_recovery(*kiosk.recovery, stream, keys, kiosk.chance)},
            std::nullopt};
}

sealing::OpenSlot open(const Slot& slot)
{
    return {static_cast<sealing::OpenSlot::Kind>(slot.kept.kind), slot.kept.lookup, slot.verifier,
            slot.kept.wrapped};
}

} // namespace

base::Result<Made, NotMade> open_new_notebook(store::Store& store, const Kiosk& kiosk,
                                              const NewNotebook& asked)
{
    auto keys = NotebookKeys::random(kiosk.chance);
    const auto stream = sealing::notebook_of(keys.open());
    auto card = asked.card ? *asked.card : unused_card(*store.begin(), kiosk.chance);
    const bool recoverable = asked.recovery == Recovery::yes && kiosk.recovery.has_value();

    // The slow part first, so that nobody waits for the store meanwhile.
    std::vector<Slot> slots{card_slot(kiosk, card, asked.code, stream, keys)};
    if (recoverable) slots.push_back(recovery_slot(kiosk, stream, keys));
    const auto name_key =
        sealing::stretch_name(asked.name.text(), asked.code.bytes().view(), kiosk.pepper, kiosk.cost);
    const auto by_name = name_slot(kiosk, asked.name, name_key, stream, keys);

    const auto work = store.begin();
    if (taken(*work, card)) return base::no(NotMade::card_in_use);
    if (opens_another(*work, by_name, name_key)) return base::no(NotMade::code_in_use);
    Pen pen{*work, kiosk, stream, keys};
    pen.sign(sealing::first_generation(keys));
    for (const auto& slot : slots) {
        pen.sign(open(slot));
        work->slots().add(slot.kept);
    }
    work->slots().add(by_name);
    pen.write(notebook::NameGiven{asked.name.text()});
    auto ring = ring_of(*work, stream, std::move(keys));
    base::must(ring.has_value());
    work->commit();
    return Made{OpenNotebook{std::move(*ring)}, std::move(card), recoverable ? Recovery::yes : Recovery::no};
}

bool card_in_use(store::Store& store, const people::Card& card) { return taken(*store.begin(), card); }

} // namespace frikort::core::actions
