// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_mark.hpp"
#include "core/store/central_memory_stock.hpp"

namespace frikort::core::store {

using records::StreamId;

void MemoryFollows::note_card(const base::Hash& card, const StreamId& stream)
{
    tables_.set(tables_.cards, std::pair{card, stream}, true);
}

std::vector<StreamId> MemoryFollows::with_card(const base::Hash& card) const
{
    std::vector<StreamId> streams;
    for (auto at = tables_.cards.lower_bound({card, StreamId{records::StreamKind{}, {}}});
         at != tables_.cards.end() && at->first.first == card; ++at)
        streams.push_back(at->first.second);
    return streams;
}

void MemoryFollows::follow(const StreamId& centre, const StreamId& notebook, Seconds now)
{
    const auto counter = tables_.next_counter();
    tables_.set(tables_.follows, std::pair{centre, notebook}, MemoryTables::Follow{counter, now});
    tables_.set_mark(mark_after(tables_.standing.mark, counter, centre, notebook));
}

std::optional<Seconds> MemoryFollows::opened(const StreamId& centre, const StreamId& notebook) const
{
    const auto found = tables_.follows.find({centre, notebook});
    return found == tables_.follows.end() ? std::nullopt : std::optional{found->second.opened};
}

Follows::Tries MemoryFollows::tries(const base::Hash& card) const
{
    const auto found = tables_.tries.find(card);
    return found == tables_.tries.end() ? Tries{} : found->second;
}

void MemoryFollows::keep_tries(const base::Hash& card, const Tries& tries)
{
    if (tries.wrong == 0)
        tables_.drop(tables_.tries, card);
    else
        tables_.set(tables_.tries, card, tries);
}

} // namespace frikort::core::store
