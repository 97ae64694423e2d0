// SPDX-License-Identifier: MPL-2.0
#include "core/actions/open_new_notebook.hpp"

#include "core/actions/name_slots.hpp"
#include "core/actions/new_slots.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "core/base/must.hpp"

namespace frikort::core::actions {

using sealing::NotebookKeys;

base::Result<Made, NotMade> open_new_notebook(store::Store& store, const Kiosk& kiosk,
                                              const NewNotebook& asked)
{
    auto keys = NotebookKeys::random(kiosk.chance);
    const auto stream = sealing::notebook_of(keys.open());
    auto card = asked.card ? *asked.card : unused_card(*store.begin(), kiosk.chance);
    const bool recoverable = asked.recovery == Recovery::yes && kiosk.recovery.has_value();

    // The slow part first, so that nobody waits for the store meanwhile.
    const auto by_card = card_key(kiosk, card, asked.code);
    const auto by_name = name_keys(store, kiosk, asked.name, asked.code);

    const auto work = store.begin();
    if (taken(*work, card)) return base::no(NotMade::card_in_use);
    if (opens_another(*work, by_name)) return base::no(NotMade::code_in_use);
    Pen pen{*work, kiosk, stream, keys};
    pen.sign(sealing::first_generation(keys));
    pen.sign(card_slot(kiosk, by_card, stream, keys));
    if (recoverable) pen.sign(recovery_slot(kiosk, stream, keys));
    settle(*work, stream);
    add_name_slot(*work, kiosk, by_name, stream, keys);
    pen.write(notebook::NameGiven{asked.name.text()});
    auto ring = ring_of(*work, stream, std::move(keys));
    base::must(ring.has_value());
    work->commit();
    return Made{OpenNotebook{std::move(*ring)}, std::move(card), recoverable ? Recovery::yes : Recovery::no};
}

bool card_in_use(store::Store& store, const people::Card& card) { return taken(*store.begin(), card); }

} // namespace frikort::core::actions
