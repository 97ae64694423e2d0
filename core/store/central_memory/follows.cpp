// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_mark.hpp"
#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

using records::StreamId;

void MemoryFollows::note_card(const base::Hash& card, const StreamId& stream, const records::DeviceId& by)
{
    auto tables = work_.ask();
    if (!tables.has(&Tables::cards, {card, stream})) tables.set(&Tables::cards, {card, stream}, by);
}

void MemoryFollows::each_behind(const base::Hash& card, auto found) const
{
    const auto tables = work_.ask();
    tables.each_from(&Tables::cards, {card, StreamId{records::StreamKind{}, {}}},
                     [&](const Tables::Card& row, const records::DeviceId& by) {
                         if (row.first == card) found(row.second, by);
                         return row.first == card;
                     });
}

std::vector<StreamId> MemoryFollows::with_card(const base::Hash& card) const
{
    std::vector<StreamId> streams;
    each_behind(card, [&](const StreamId& stream, const records::DeviceId&) { streams.push_back(stream); });
    return streams;
}

std::size_t MemoryFollows::with_card_by(const base::Hash& card, const records::DeviceId& device) const
{
    std::size_t many = 0;
    each_behind(card, [&](const StreamId&, const records::DeviceId& by) { many += by == device ? 1U : 0U; });
    return many;
}

void MemoryFollows::follow(const StreamId& centre, const StreamId& notebook, Seconds now)
{
    auto [tables, before] = work_.ask_to_count(1);
    const auto counter = before + 1;
    tables.set(&Tables::follows, {centre, notebook}, {counter, now});
    tables.count_to(counter, mark_after(tables.standing().mark, counter, centre, notebook));
}

std::optional<Seconds> MemoryFollows::opened(const StreamId& centre, const StreamId& notebook) const
{
    const auto follow = work_.ask().find(&Tables::follows, {centre, notebook});
    return follow ? std::optional{follow->opened} : std::nullopt;
}

Follows::Tries MemoryFollows::tries(const base::Hash& card) const
{
    return work_.ask().find(&Tables::tries, card).value_or(Tries{});
}

void MemoryFollows::keep_tries(const base::Hash& card, const Tries& tries)
{
    auto tables = work_.ask();
    if (tries.wrong == 0)
        tables.drop(&Tables::tries, card);
    else
        tables.set(&Tables::tries, card, tries);
}

} // namespace frikort::core::store::central_memory
