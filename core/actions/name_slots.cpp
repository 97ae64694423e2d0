// SPDX-License-Identifier: MPL-2.0
#include "core/actions/name_slots.hpp"

#include <algorithm>

#include "core/actions/read_notebook.hpp"
#include "core/actions/server_half.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

using people::CallName;
using records::StreamId;
using store::Slots;

namespace {

// Opens nothing and is found by nobody's name.
Slots::Slot kept_place(const StreamId& stream, std::uint32_t generation)
{
    const auto lookup = records::digest(
        base::ByteWriter{}.sized(base::view_of("frikort name to be made")).raw(stream.bytes()).take());
    return {Slots::Kind::name, lookup, stream, generation, base::Bytes(1)};
}

std::vector<Slots::Slot> slots_of(store::Work& work, const OpenNotebook& open)
{
    auto slots = work.slots().of_stream(open.stream());
    std::erase_if(slots, [&](const Slots::Slot& slot) {
        return slot.kind != Slots::Kind::name || slot.generation != open.newest().generation();
    });
    return slots;
}

std::optional<CallName> own_name(store::Work& work, const OpenNotebook& open)
{
    const auto given = read_notebook(work, open).book.call_name();
    if (!given) return std::nullopt;
    auto name = CallName::from(*given);
    return name ? std::optional{std::move(*name)} : std::nullopt;
}

// The name under which a slot is to be made; nothing where there is nothing to be done.
std::optional<CallName> name_to_renew(store::Work& work, const Kiosk& kiosk, const OpenNotebook& open,
                                      const std::optional<CallName>& typed)
{
    const auto old = names_are_old(work) ? slots_of(work, open) : std::vector<Slots::Slot>{};
    const auto peppers = name_peppers(work, kiosk);
    if (old.empty() || peppers.empty()) return std::nullopt;
    auto name = typed ? typed : own_name(work, open);
    if (!name) return std::nullopt;
    const auto lookup = sealing::name_lookup(name->text(), *peppers.front());
    const bool is_new =
        std::any_of(old.begin(), old.end(), [&](const auto& slot) { return slot.lookup == lookup; });
    return is_new ? std::nullopt : std::move(name);
}

} // namespace

std::vector<NameKey> name_keys(store::Store& store, const Kiosk& kiosk, const CallName& name,
                               const people::Code& code)
{
    std::vector<const sealing::Pepper*> peppers;
    {
        const auto work = store.begin();
        peppers = name_peppers(*work, kiosk);
        for (auto pepper = peppers.begin(); pepper != peppers.end();) {
            const auto lookup = sealing::name_lookup(name.text(), **pepper);
            const bool needed =
                pepper == peppers.begin() || !work->slots().find(Slots::Kind::name, lookup).empty();
            pepper = needed ? pepper + 1 : peppers.erase(pepper);
        }
    }
    std::vector<NameKey> keys;
    for (const auto* pepper : peppers)
        keys.push_back({sealing::name_lookup(name.text(), *pepper),
                        sealing::stretch_name(name.text(), code.bytes().view(), *pepper, kiosk.cost)});
    return keys;
}

bool opens_another(store::Work& work, const std::vector<NameKey>& keys, const std::optional<StreamId>& own)
{
    return std::any_of(keys.begin(), keys.end(), [&](const NameKey& key) {
        const auto others = work.slots().find(Slots::Kind::name, key.lookup);
        return std::any_of(others.begin(), others.end(), [&](const Slots::Slot& other) {
            return other.stream != own &&
                   sealing::unwrap(key.key, other.stream, other.generation, other.wrapped).has_value();
        });
    });
}

void add_name_slot(store::Work& work, const Kiosk& kiosk, const std::vector<NameKey>& keys,
                   const StreamId& stream, const sealing::NotebookKeys& notebook)
{
    if (keys.empty()) {
        work.slots().add(kept_place(stream, notebook.generation()));
        note_old_names(work);
        return;
    }
    const auto& first = keys.front();
    work.slots().add({Slots::Kind::name, first.lookup, stream, notebook.generation(),
                      sealing::wrap(first.key, stream, notebook, kiosk.chance)});
}

bool remove_name_slots(store::Work& work)
{
    bool any = false;
    for (const auto& slot : work.slots().of_kind(Slots::Kind::name)) {
        const auto place = kept_place(slot.stream, slot.generation);
        if (slot == place) continue;
        work.slots().remove(slot);
        work.slots().add(place);
        any = true;
    }
    if (any) note_old_names(work);
    return any;
}

void renew_name(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open,
                const std::optional<CallName>& typed, const people::Code& code)
{
    auto work = store.begin();
    const auto name = name_to_renew(*work, kiosk, open, typed);
    work.reset(); // nobody waits for the store while the key is stretched
    if (!name) return;
    const auto keys = name_keys(store, kiosk, *name, code);
    work = store.begin();
    // Somebody else opens with the same name and code: this one goes on with the card.
    if (keys.empty() || opens_another(*work, keys, open.stream())) return;
    for (const auto& old : slots_of(*work, open)) work->slots().remove(old);
    add_name_slot(*work, kiosk, keys, open.stream(), open.newest());
    work->commit();
}

} // namespace frikort::core::actions
