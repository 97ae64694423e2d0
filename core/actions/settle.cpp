// SPDX-License-Identifier: MPL-2.0
#include "core/actions/settle.hpp"

#include <algorithm>

#include "core/actions/rings.hpp"
#include "core/actions/tries.hpp"
#include "core/sealing/body.hpp"

namespace frikort::core::actions {

using records::Class;
using records::Record;
using records::StreamId;
using sealing::Generation;
using sealing::Generations;
using sealing::SignPublic;
using store::Slots;

namespace {

template <class Some>
bool contains(const Some& some, const typename Some::value_type& wanted)
{
    return std::find(some.begin(), some.end(), wanted) != some.end();
}

// Keeps the erase records: they are passed on, and tell that it was the citizen's wish.
void erase_all(store::Work& work, const StreamId& stream)
{
    for (const auto& record : work.records().of_stream(stream)) {
        const auto header = records::decode_header(record.header);
        if (header->what != Class::erase) work.records().erase_body(header->id);
    }
    for (const auto& slot : work.slots().of_stream(stream)) work.slots().remove(slot);
    work.drafts().drop(stream);
    work.waits().clear(subject_of(stream));
    work.copies().drop(stream);
}

// The slots that the records of a notebook speak of.
struct Told {
    std::vector<Slots::Slot> needed;
    std::vector<Slots::Slot> replaced;
    bool opens_newest = false; // there is a card for it
};

Told slots_told(const std::vector<Record>& keys, const Generations& generations,
                const std::vector<SignPublic>& replaced)
{
    Told told;
    for (const auto& record : keys) {
        const auto* signer = sealing::slot_signer(generations, record.header, record.body);
        if (signer == nullptr) continue;
        auto slot = *sealing::decode_slot(record.body);
        const bool card = slot.kind == sealing::OpenSlot::Kind::card;
        if (!card && slot.lookup != generations.stream.name) continue;
        told.opens_newest |= card && signer->link == generations.newest()->link;
        auto& whose = contains(replaced, signer->link.keys.sign) ? told.replaced : told.needed;
        whose.push_back({static_cast<Slots::Kind>(slot.kind), slot.lookup, generations.stream, signer->number,
                         std::move(slot.wrapped)});
    }
    return told;
}

// A name's slot has no record. It was made on this kiosk together with the generation record of its number.
bool name_is_replaced(store::Work& work, const std::vector<Record>& keys, std::uint32_t number,
                      const std::vector<SignPublic>& replaced)
{
    std::vector<SignPublic> made_here;
    for (const auto& record : keys) {
        const auto generation = sealing::decode_generation(record.body);
        if (!generation || generation->number != number) continue;
        const auto standing = work.outbox().standing(records::decode_header(record.header)->id);
        if (standing && standing->delivery != store::Delivery::foreign)
            made_here.push_back(generation->link.keys.sign);
    }
    return !made_here.empty() && std::all_of(made_here.begin(), made_here.end(),
                                             [&](const SignPublic& one) { return contains(replaced, one); });
}

void settle_slots(store::Work& work, const StreamId& stream)
{
    using State = store::Copies::State;
    const auto copy = work.copies().of(stream);
    if (copy == State::coming || copy == State::ended) return; // half a notebook must not be taken for one
    const auto keys = work.records().of_stream(stream, Class::key);
    const auto generations = generations_of(work, stream);
    if (generations.newest() == nullptr) return;
    const auto replaced = sealing::replaced(generations);
    const auto told = slots_told(keys, generations, replaced);
    for (const auto& slot : told.needed) work.slots().add(slot);
    if (!told.opens_newest) return;
    for (const auto& slot : work.slots().of_stream(stream)) {
        const bool old = slot.kind == Slots::Kind::name
                             ? name_is_replaced(work, keys, slot.generation, replaced)
                             : contains(told.replaced, slot);
        if (old) work.slots().remove(slot);
    }
}

} // namespace

bool is_erased(store::Work& work, const StreamId& stream)
{
    const auto erasures = work.records().of_stream(stream, Class::erase);
    if (erasures.empty()) return false;
    const auto known = generations_of(work, stream, Known::taken);
    return std::any_of(erasures.begin(), erasures.end(), [&](const Record& record) {
        const auto erase = sealing::erasure(known, record.header, record.body);
        return erase && erase->records.empty();
    });
}

void settle(store::Work& work, const StreamId& stream)
{
    if (stream.kind != records::StreamKind::notebook) return;
    if (is_erased(work, stream))
        erase_all(work, stream);
    else
        settle_slots(work, stream);
}

} // namespace frikort::core::actions
