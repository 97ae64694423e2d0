// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/records/sum.hpp"
#include "core/store/central_memory/ports.hpp"

namespace frikort::core::store::central_memory {

using records::DeviceId;
using records::StreamId;

namespace {

bool is_heard(const Statement& tables, const Stock::Listener& who, const StreamId& stream)
{
    const bool erased = tables.has(&Tables::erased, stream);
    for (const auto& device : {std::optional{who.device}, who.fork}) {
        const auto wrote = device ? tables.find(&Tables::wrote, {*device, stream}) : std::nullopt;
        if (wrote && (*wrote || erased)) return true;
    }
    const auto follow = tables.find(&Tables::follows, {who.centre, stream});
    return follow && (erased || follow->opened > who.opened_after);
}

// Of a stream's pages, behind this counter.
template <class Deed>
void for_each_after(const Statement& tables, const StreamId& stream, std::uint64_t after, Deed deed)
{
    tables.each_from(&Tables::pages, {stream, after + 1}, [&](const Tables::Place& place, const auto& id) {
        return place.first == stream && deed(*tables.find(&Tables::records, id));
    });
}

} // namespace

void MemoryStock::begin_epoch(const std::string& epoch) { work_.ask().begin_epoch(epoch); }

Stock::Held MemoryStock::held_from(const DeviceId& device, std::size_t most) const
{
    const auto tables = work_.ask();
    Held held;
    tables.each_from(&Tables::numbers, {device, 0}, [&](const Tables::Number& at, const auto&) {
        if (at.first != device) return false;
        if (at.second > held.highest + 1 && held.lacks.size() < most)
            held.lacks.push_back({held.highest + 1, at.second - 1});
        held.highest = at.second;
        return true;
    });
    return held;
}

bool MemoryStock::is_erased(const StreamId& stream) const { return work_.ask().has(&Tables::erased, stream); }

bool MemoryStock::was_at(std::uint64_t counter, const Mark& mark) const
{
    return counter == 0 || work_.ask().find(&Tables::past, counter) == mark;
}

Stock::Page MemoryStock::page(const StreamId& stream, std::uint64_t after, std::size_t most,
                              std::size_t bytes, const std::optional<DeviceId>& but) const
{
    const auto tables = work_.ask();
    Page page;
    page.counter = after;
    std::size_t used = 0;
    for_each_after(tables, stream, after, [&](const Tables::Row& row) {
        if (row.offer.header.device == but) return true;
        used += row.offer.bytes.size();
        page.more = page.records.size() == most || (used > bytes && !page.records.empty());
        if (page.more) return false;
        page.records.push_back(row.offer.bytes);
        page.counter = row.counter;
        return true;
    });
    const auto newest = tables.find(&Tables::newest, stream);
    if (newest && !page.more) page.counter = std::max(page.counter, newest->counter);
    return page;
}

std::vector<Stock::News> MemoryStock::news(const Listener& who, std::span<const StreamId> also,
                                           std::uint64_t since, std::size_t most) const
{
    const auto tables = work_.ask();
    std::map<StreamId, std::uint64_t> counters;
    tables.each(&Tables::newest, [&](const StreamId& stream, const News& newest) {
        if (is_heard(tables, who, stream) || std::find(also.begin(), also.end(), stream) != also.end())
            counters[stream] = newest.counter;
    });
    tables.each(&Tables::follows, [&](const Tables::Followed& key, const Tables::Follow& follow) {
        if (key.first == who.centre && follow.opened > who.opened_after)
            counters[key.second] = std::max(counters[key.second], follow.counter);
    });
    std::vector<News> all;
    for (const auto& [stream, counter] : counters)
        if (counter > since) all.push_back({stream, counter});
    std::sort(all.begin(), all.end(), [](const News& a, const News& b) { return a.counter < b.counter; });
    if (all.size() > most) all.resize(most);
    return all;
}

bool MemoryStock::hears(const Listener& who, const StreamId& stream) const
{
    return is_heard(work_.ask(), who, stream);
}

std::vector<records::Record> MemoryStock::keys_of(const StreamId& stream) const
{
    const auto tables = work_.ask();
    std::vector<records::Record> keys;
    for_each_after(tables, stream, 0, [&](const Tables::Row& row) {
        if (row.offer.header.what == records::Class::key)
            keys.push_back(*records::decode_record(row.offer.bytes));
        return true;
    });
    return keys;
}

base::Hash MemoryStock::sum(const StreamId& stream) const
{
    const auto tables = work_.ask();
    records::Sum sum;
    for_each_after(tables, stream, 0, [&](const Tables::Row& row) {
        const auto record =
            records::decode_record(row.offer.bytes); // an erasure may be kept under another id
        sum.add(records::decode_header(record->header)->id, row.hash);
        return true;
    });
    return sum.value();
}

std::uint64_t MemoryStock::quarantined() const
{
    std::uint64_t all = 0;
    work_.ask().each(&Tables::quarantine, [&](const auto&, const auto&) { ++all; });
    return all;
}

std::vector<Stock::Count> MemoryStock::counts() const
{
    const auto tables = work_.ask();
    std::vector<Count> all;
    tables.each(&Tables::counts, [&](const StreamId& stream, std::uint64_t count) {
        if (count > 0) all.push_back({stream, count});
    });
    return all;
}

} // namespace frikort::core::store::central_memory
