// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/opened_by.hpp"

#include <algorithm>

#include "core/sealing/key_record.hpp"
#include "core/store/may_erase.hpp"
#include "sync/central/api/admission.hpp"

namespace frikort::sync::central::api {

using core::base::Hash;
using core::records::StreamId;
using core::store::CentralWork;

namespace {

// One card of one notebook has few slots, and those that open are the last: each is held against all keys.
constexpr std::size_t most_looked_at = 32;
// Under the newest generation a signature is looked at, and others' are few (admission.hpp).
constexpr std::size_t most_under_newest = least_slots + most_beaten_slots;

struct Slot {
    const core::records::Record* record;
    std::uint32_t generation;
    Hash verifier;
};

// The last come first.
std::vector<Slot> slots_of(const Hash& card, const std::vector<core::records::Record>& keys)
{
    std::vector<Slot> slots;
    for (auto record = keys.rbegin(); record != keys.rend(); ++record) {
        const auto slot = core::sealing::decode_slot(record->body);
        if (!slot || slot->lookup != card || !slot->verifier) continue;
        slots.push_back(
            {&*record, core::records::decode_header(record->header)->generation, *slot->verifier});
    }
    return slots;
}

} // namespace

// What the newest generation signed comes first: whoever has an old secret can write slots for a new card,
// which open nothing, and must not hide the right one.
std::vector<Opened> opened_by(const CentralWork& work, const Hash& card, const StreamId& stream)
{
    const auto seen = work.stock().standing().counter;
    const auto keys = work.stock().keys_of(stream);
    const auto slots = slots_of(card, keys);
    const auto known = core::sealing::decide(stream, core::store::generations_in(keys));
    if (slots.empty() || known.newest() == nullptr) return {};
    std::vector<Opened> open;
    auto newest = known;
    newest.beaten.clear();
    std::size_t looked_at = 0;
    for (const auto& slot : slots) {
        if (slot.generation != newest.newest()->number) continue;
        if (++looked_at > most_under_newest) break;
        if (core::sealing::slot_holds(newest, slot.record->header, slot.record->body))
            open.push_back({stream, slot.verifier, seen});
    }
    if (known.beaten.empty()) return open; // cards that a newer one replaced open nothing any more
    const auto old = core::sealing::replaced(known);
    looked_at = 0;
    for (const auto& slot : slots) {
        if (++looked_at > most_looked_at) break;
        const auto* signer = core::sealing::slot_signer(known, slot.record->header, slot.record->body);
        if (signer == nullptr || signer == known.newest() ||
            std::find(old.begin(), old.end(), signer->link.keys.sign) != old.end())
            continue;
        open.push_back({stream, slot.verifier, seen});
    }
    return open;
}

bool still_opens(const CentralWork& work, const Hash& card, const Opened& found)
{
    if (work.stock().page(found.stream, found.seen, 1, 1, {}).records.empty()) return true;
    const auto now = opened_by(work, card, found.stream);
    return std::any_of(now.begin(), now.end(),
                       [&](const Opened& one) { return one.verifier == found.verifier; });
}

} // namespace frikort::sync::central::api
