// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::StreamId;

namespace {

std::vector<Slots::Slot> in_order(std::vector<PlacedSlot> placed)
{
    std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
    std::vector<Slots::Slot> slots;
    for (auto& one : placed) slots.push_back(std::move(one.slot));
    return slots;
}

SlotKey key_of(const Slots::Slot& slot)
{
    return {slot.stream, slot.generation, slot.kind, slot.lookup, slot.wrapped};
}

template <class Wanted>
std::vector<Slots::Slot> such(const Tables& tables, Wanted wanted)
{
    std::vector<PlacedSlot> found;
    for (const auto& [key, placed] : tables.slots) {
        if (wanted(placed.slot)) found.push_back(placed);
    }
    return in_order(std::move(found));
}

} // namespace

std::optional<Cursors::Cursor> MemoryCursors::of(const StreamId& stream)
{
    const auto& cursors = desk_.tables().cursors;
    const auto found = cursors.find(stream);
    return found == cursors.end() ? std::nullopt : found->second;
}

void MemoryCursors::move(const StreamId& stream, const Cursor& cursor)
{
    desk_.journal().put(desk_.tables().cursors, stream, cursor);
}

std::vector<StreamId> MemoryCursors::followed()
{
    std::vector<StreamId> streams;
    for (const auto& [stream, cursor] : desk_.tables().cursors) streams.push_back(stream);
    return streams;
}

void MemoryCursors::forget_all()
{
    for (const auto& stream : followed()) desk_.journal().put(desk_.tables().cursors, stream, std::nullopt);
}

void MemorySlots::add(const Slot& slot)
{
    auto& slots = desk_.tables().slots;
    if (slots.contains(key_of(slot))) return;
    Arrival place = 1;
    for (const auto& [key, placed] : slots) place = std::max(place, placed.place + 1);
    desk_.journal().put(slots, key_of(slot), {place, slot});
}

std::vector<Slots::Slot> MemorySlots::find(Kind kind, const base::Hash& lookup)
{
    return such(desk_.tables(), [&](const Slot& slot) { return slot.kind == kind && slot.lookup == lookup; });
}

std::vector<Slots::Slot> MemorySlots::of_stream(const StreamId& stream)
{
    return such(desk_.tables(), [&](const Slot& slot) { return slot.stream == stream; });
}

std::vector<Slots::Slot> MemorySlots::of_kind(Kind kind)
{
    return such(desk_.tables(), [&](const Slot& slot) { return slot.kind == kind; });
}

void MemorySlots::remove(const Slot& slot) { desk_.journal().drop(desk_.tables().slots, key_of(slot)); }

} // namespace frikort::core::store::memory
