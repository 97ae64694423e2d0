// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_mark.hpp"
#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

using records::StreamId;

void MemoryFollows::note_card(const base::Hash& card, const StreamId& stream)
{
    work_.ask().set(&Tables::cards, {card, stream}, true);
}

std::vector<StreamId> MemoryFollows::with_card(const base::Hash& card) const
{
    const auto tables = work_.ask();
    std::vector<StreamId> streams;
    tables.each_from(&Tables::cards, {card, StreamId{records::StreamKind{}, {}}},
                     [&](const Tables::Card& row, bool) {
                         if (row.first == card) streams.push_back(row.second);
                         return row.first == card;
                     });
    return streams;
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
