// SPDX-License-Identifier: MPL-2.0
#include "core/actions/renew_notebook.hpp"

#include <algorithm>

#include "core/actions/name_slots.hpp"
#include "core/actions/new_slots.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "core/base/must.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

using base::no;
using records::StreamId;
using sealing::NotebookKeys;
using store::Slots;

namespace {

std::optional<people::CallName> call_name(store::Work& work, const OpenNotebook& open)
{
    const auto given = read_notebook(work, open).book.call_name();
    if (!given) return std::nullopt;
    auto name = people::CallName::from(*given);
    return name ? std::optional{std::move(*name)} : std::nullopt;
}

bool was_recoverable(store::Work& work, const StreamId& stream)
{
    const auto slots = work.slots().of_stream(stream);
    return std::any_of(slots.begin(), slots.end(),
                       [](const auto& slot) { return slot.kind == Slots::Kind::recovery; });
}

std::optional<NotRenewed> refusal(store::Work& work, const OpenNotebook& open, const people::Card& card,
                                  const CardKey& by_card, const std::vector<NameKey>& by_name)
{
    const auto& stream = open.stream();
    if (taken(work, card, stream)) return NotRenewed::card_in_use;
    for (const auto& slot : work.slots().find(Slots::Kind::card, by_card.lookup))
        if (sealing::unwrap(by_card.key, slot.stream, slot.generation, slot.wrapped))
            return NotRenewed::same_code;
    if (opens_another(work, by_name, stream)) return NotRenewed::code_in_use;
    if (is_erased(work, stream)) return NotRenewed::newer_card;
    const auto old = sealing::replaced(generations_of(work, stream));
    if (std::find(old.begin(), old.end(), open.newest().open().sign) != old.end())
        return NotRenewed::newer_card;
    return std::nullopt;
}

std::vector<const NotebookKeys*> keys_before(const std::vector<const OpenNotebook*>& joined,
                                             std::uint32_t generation, const StreamId& stream)
{
    std::vector<const NotebookKeys*> all;
    for (const auto* one : joined) {
        base::must(one->stream() == stream);
        if (one->newest().generation() < generation) all.push_back(&one->newest());
    }
    return all;
}

} // namespace

base::Result<Renewed, NotRenewed> renew_notebook(store::Store& store, const Kiosk& kiosk,
                                                 const OpenNotebook& open, const Renewal& asked)
{
    const auto& stream = open.stream();
    if (open.newest().generation() >= sealing::most_generations) return no(NotRenewed::too_many);
    auto keys = NotebookKeys::random(kiosk.chance, open.newest().generation() + 1);
    auto work = store.begin();
    auto card = asked.card ? *asked.card : unused_card(*work, kiosk.chance);
    const auto name = call_name(*work, open);
    work.reset();

    // The slow part without the store, so that nobody waits for it meanwhile.
    const auto by_card = card_key(kiosk, card, asked.code);
    std::vector<NameKey> by_name;
    if (name) by_name = name_keys(store, kiosk, *name, asked.code);

    work = store.begin();
    if (const auto why = refusal(*work, open, card, by_card, by_name)) return no(*why);
    const bool wanted = asked.recovery ? *asked.recovery == Recovery::yes : was_recoverable(*work, stream);
    const bool recoverable = wanted && kiosk.recovery.has_value();
    const auto joined = keys_before(asked.joined, keys.generation(), stream);
    Pen pen{*work, kiosk, stream, keys};
    pen.sign(sealing::next_generation(stream, keys, open.newest(), joined, kiosk.chance));
    pen.sign(card_slot(kiosk, by_card, stream, keys));
    if (recoverable) pen.sign(recovery_slot(kiosk, stream, keys));
    if (name) add_name_slot(*work, kiosk, by_name, stream, keys);
    work->copies().drop(stream); // this kiosk has keys of its own for it now
    settle(*work, stream);
    auto ring = ring_of(*work, stream, std::move(keys));
    base::must(ring.has_value());
    work->commit();
    return Renewed{OpenNotebook{std::move(*ring)}, std::move(card),
                   recoverable ? Recovery::yes : Recovery::no};
}

bool is_recoverable(store::Store& store, const OpenNotebook& open)
{
    return was_recoverable(*store.begin(), open.stream());
}

} // namespace frikort::core::actions
