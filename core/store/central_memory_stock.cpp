// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_memory_stock.hpp"

#include <algorithm>

#include "core/records/sum.hpp"
#include "core/store/central_mark.hpp"

namespace frikort::core::store {

using records::DeviceId;
using records::StreamId;

Stock::Held MemoryStock::held_from(const DeviceId& device, std::size_t most) const
{
    Held held;
    for (auto at = tables_.numbers.lower_bound({device, 0});
         at != tables_.numbers.end() && at->first.first == device; ++at) {
        const auto number = at->first.second;
        if (number > held.highest + 1 && held.lacks.size() < most) {
            held.lacks.push_back({held.highest + 1, number - 1});
        }
        held.highest = number;
    }
    return held;
}

const MemoryTables::Row* MemoryStock::by_number(const DeviceId& device, std::uint64_t number) const
{
    const auto found = tables_.numbers.find({device, number});
    return found == tables_.numbers.end() ? nullptr : &tables_.records.at(found->second);
}

bool MemoryStock::goes_on(const Offer& offer) const
{
    const auto& header = offer.header;
    if (header.number == 1 && offer.stub.previous != records::Hash{}) return false;
    const auto* before = by_number(header.device, header.number - 1);
    if (before != nullptr && before->hash != offer.stub.previous) return false;
    const auto* next = by_number(header.device, header.number + 1);
    return next == nullptr || next->offer.stub.previous == offer.stub.hash();
}

void MemoryStock::note(const Offer& offer, std::uint64_t counter)
{
    const auto& header = offer.header;
    tables_.set(tables_.newest, header.stream, News{header.stream, counter});
    const std::pair writer{header.device, header.stream};
    const auto before = tables_.wrote.find(writer);
    const bool keys = header.what == records::Class::key || (before != tables_.wrote.end() && before->second);
    if (before == tables_.wrote.end() || before->second != keys) tables_.set(tables_.wrote, writer, keys);
}

void MemoryStock::keep(const Offer& offer)
{
    const auto& header = offer.header;
    const auto counter = next_counter();
    tables_.set(tables_.records, header.id, MemoryTables::Row{offer, offer.stub.hash(), counter});
    tables_.set(tables_.numbers, MemoryTables::Number{header.device, header.number}, header.id);
    if (offer.form == Offer::Form::stub) return;
    tables_.set(tables_.pages, std::pair{header.stream, counter}, header.id);
    tables_.set(tables_.counts, header.stream, tables_.counts[header.stream] + 1);
    note(offer, counter);
    if (header.what == records::Class::erase) erase(offer);
}

namespace {

MemoryTables::Row erased(const Stock::Offer& offer, std::uint64_t counter)
{
    MemoryTables::Row row{offer, offer.stub.hash(), counter, true};
    row.offer.header.stream = {};
    row.offer.bytes.clear();
    return row;
}

// Both a record and a stub begin with the sized header.
bool is_content_of(const StreamId& stream, base::BytesView bytes)
{
    base::ByteReader reader{bytes};
    const auto header = records::decode_header(reader.sized());
    return header && header->stream == stream && header->what != records::Class::erase;
}

} // namespace

// Whoever still writes into an erased stream must hear of the erasure: for him it has news.
void MemoryStock::keep_erased(const Offer& offer)
{
    const auto& header = offer.header;
    const auto counter = next_counter();
    tables_.set(tables_.records, header.id, erased(offer, counter));
    tables_.set(tables_.numbers, MemoryTables::Number{header.device, header.number}, header.id);
    note(offer, counter);
}

void MemoryStock::erase(const Offer& by)
{
    const auto stream = by.header.stream;
    std::vector<records::Id> gone;
    std::uint64_t left = 0;
    for (const auto& [id, row] : tables_.records) {
        if (row.erased || row.offer.header.stream != stream) continue;
        if (row.offer.header.what != records::Class::erase)
            gone.push_back(id);
        else if (row.offer.form == Offer::Form::whole)
            ++left;
    }
    for (const auto& id : gone) {
        const auto row = tables_.records.at(id);
        tables_.set(tables_.records, id, erased(row.offer, row.counter));
        tables_.drop(tables_.pages, std::pair{stream, row.counter});
    }
    tables_.set(tables_.counts, stream, left);
    if (tables_.erased.insert(stream).second)
        tables_.undo.push_back([this, stream] { tables_.erased.erase(stream); });
    std::vector<std::pair<base::Hash, StreamId>> cards;
    for (const auto& [card, here] : tables_.cards)
        if (card.second == stream) cards.push_back(card);
    for (const auto& card : cards) tables_.drop(tables_.cards, card);
    std::vector<records::Hash> aside;
    for (const auto& [hash, bytes] : tables_.quarantine)
        if (is_content_of(stream, bytes)) aside.push_back(hash);
    for (const auto& hash : aside) tables_.set(tables_.quarantine, hash, base::Bytes{});
}

bool MemoryStock::is_erased(const StreamId& stream) const { return tables_.erased.contains(stream); }

void MemoryStock::set_aside(const Offer& offer)
{
    const bool gone = offer.header.what != records::Class::erase && is_erased(offer.header.stream);
    tables_.set(tables_.quarantine, offer.stub.hash(), gone ? base::Bytes{} : offer.bytes);
}

Stock::Taken MemoryStock::take_one(const Offer& offer)
{
    const auto hash = offer.stub.hash();
    const auto same_id = tables_.records.find(offer.header.id);
    const auto* by_id = same_id == tables_.records.end() ? nullptr : &same_id->second;
    if (by_id != nullptr && by_id->hash == hash) {
        if (by_id->erased) return Taken::erased;
        const bool fills = by_id->offer.form == Offer::Form::stub && offer.form == Offer::Form::whole;
        if (fills) keep(offer);
        return Taken::duplicate;
    }
    const auto* numbered = by_number(offer.header.device, offer.header.number);
    if (numbered != nullptr || by_id != nullptr) {
        set_aside(offer);
        const auto& known = numbered != nullptr ? *numbered : *by_id;
        return known.offer.header.device == offer.header.device ? Taken::other_record : Taken::other_device;
    }
    if (!goes_on(offer)) {
        set_aside(offer);
        return Taken::broken_chain;
    }
    if (offer.header.what != records::Class::erase && is_erased(offer.header.stream)) {
        keep_erased(offer);
        return Taken::erased;
    }
    keep(offer);
    return Taken::accepted;
}

std::vector<Stock::Taken> MemoryStock::take(std::span<const Offer> offers)
{
    std::vector<Taken> answers;
    std::vector<records::Hash> counted;
    for (const auto& offer : offers) {
        const auto before = tables_.standing.counter;
        answers.push_back(take_one(offer));
        if (tables_.standing.counter > before) counted.push_back(offer.stub.hash());
    }
    const auto& now = tables_.standing;
    if (!counted.empty()) tables_.set_mark(mark_after(now.mark, now.counter, counted));
    return answers;
}

bool MemoryStock::was_at(std::uint64_t counter, const Mark& mark) const
{
    const auto found = tables_.past.find(counter);
    return counter == 0 || (found != tables_.past.end() && found->second == mark);
}

Stock::Page MemoryStock::page(const StreamId& stream, std::uint64_t after, std::size_t most,
                              std::size_t bytes, const std::optional<DeviceId>& but) const
{
    Page page;
    page.counter = after;
    std::size_t used = 0;
    for (auto at = tables_.pages.upper_bound({stream, after});
         at != tables_.pages.end() && at->first.first == stream; ++at) {
        const auto& offer = tables_.records.at(at->second).offer;
        if (offer.header.device == but) continue;
        used += offer.bytes.size();
        page.more = page.records.size() == most || (used > bytes && !page.records.empty());
        if (page.more) return page;
        page.records.push_back(offer.bytes);
        page.counter = at->first.second;
    }
    const auto newest = tables_.newest.find(stream);
    if (newest != tables_.newest.end()) page.counter = std::max(page.counter, newest->second.counter);
    return page;
}

std::vector<Stock::News> MemoryStock::news(const Listener& who, std::span<const StreamId> also,
                                           std::uint64_t since, std::size_t most) const
{
    std::map<StreamId, std::uint64_t> counters;
    for (const auto& [stream, newest] : tables_.newest)
        if (hears(who, stream) || std::find(also.begin(), also.end(), stream) != also.end())
            counters[stream] = newest.counter;
    for (const auto& [key, follow] : tables_.follows)
        if (key.first == who.centre && follow.opened > who.opened_after)
            counters[key.second] = std::max(counters[key.second], follow.counter);
    std::vector<News> all;
    for (const auto& [stream, counter] : counters)
        if (counter > since) all.push_back({stream, counter});
    std::sort(all.begin(), all.end(), [](const News& a, const News& b) { return a.counter < b.counter; });
    if (all.size() > most) all.resize(most);
    return all;
}

bool MemoryStock::hears(const Listener& who, const StreamId& stream) const
{
    for (const auto& device : {std::optional{who.device}, who.fork}) {
        const auto wrote = device ? tables_.wrote.find({*device, stream}) : tables_.wrote.end();
        if (wrote != tables_.wrote.end() && (wrote->second || is_erased(stream))) return true;
    }
    const auto follow = tables_.follows.find({who.centre, stream});
    if (follow == tables_.follows.end()) return false;
    return is_erased(stream) || follow->second.opened > who.opened_after;
}

std::vector<records::Record> MemoryStock::keys_of(const StreamId& stream) const
{
    std::vector<records::Record> keys;
    for (auto at = tables_.pages.upper_bound({stream, 0});
         at != tables_.pages.end() && at->first.first == stream; ++at) {
        const auto& offer = tables_.records.at(at->second).offer;
        if (offer.header.what == records::Class::key) keys.push_back(*records::decode_record(offer.bytes));
    }
    return keys;
}

base::Hash MemoryStock::sum(const StreamId& stream) const
{
    records::Sum sum;
    for (auto at = tables_.pages.upper_bound({stream, 0});
         at != tables_.pages.end() && at->first.first == stream; ++at)
        sum.add(at->second, tables_.records.at(at->second).hash);
    return sum.value();
}

std::vector<Stock::Count> MemoryStock::counts() const
{
    std::vector<Count> all;
    for (const auto& [stream, count] : tables_.counts)
        if (count > 0) all.push_back({stream, count});
    return all;
}

} // namespace frikort::core::store
