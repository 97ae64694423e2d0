// SPDX-License-Identifier: MPL-2.0
#include "core/store/brought.hpp"
#include "core/store/central_mark.hpp"
#include "core/store/central_memory/ports.hpp"

// How a batch gets into the stock: record by record, each judged by what those before it left.
namespace frikort::core::store::central_memory {

using records::StreamId;
using Offer = Stock::Offer;
using Taken = Stock::Taken;

namespace {

std::optional<Tables::Row> by_number(const Statement& tables, const records::DeviceId& device,
                                     std::uint64_t number)
{
    const auto id = tables.find(&Tables::numbers, {device, number});
    return id ? tables.find(&Tables::records, *id) : std::nullopt;
}

bool goes_on(const Statement& tables, const Offer& offer)
{
    const auto& header = offer.header;
    if (stands_alone(offer)) return true;
    if (header.number == 1 && offer.stub.previous != records::Hash{}) return false;
    const auto before = by_number(tables, header.device, header.number - 1);
    if (before && before->hash != offer.stub.previous) return false;
    const auto next = by_number(tables, header.device, header.number + 1);
    return !next || next->offer.stub.previous == offer.stub.hash();
}

void note(Statement& tables, const Offer& offer, std::uint64_t counter)
{
    const auto& header = offer.header;
    tables.set(&Tables::newest, header.stream, {header.stream, counter});
    const Tables::Writer writer{header.device, header.stream};
    const auto before = tables.find(&Tables::wrote, writer);
    const bool keys = header.what == records::Class::key || before.value_or(false);
    if (before != keys) tables.set(&Tables::wrote, writer, keys);
}

Tables::Row erased(const Offer& offer, std::uint64_t counter)
{
    Tables::Row row{offer, offer.stub.hash(), counter, true};
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

void erase_records(Statement& tables, const StreamId& stream)
{
    std::vector<records::Id> gone;
    std::uint64_t left = 0;
    tables.each(&Tables::records, [&](const records::Id& id, const Tables::Row& row) {
        if (row.erased || row.offer.header.stream != stream) return;
        if (row.offer.header.what != records::Class::erase)
            gone.push_back(id);
        else if (row.offer.form == Offer::Form::whole)
            ++left;
    });
    for (const auto& id : gone) {
        const auto row = *tables.find(&Tables::records, id);
        tables.set(&Tables::records, id, erased(row.offer, row.counter));
        tables.drop(&Tables::pages, {stream, row.counter});
    }
    tables.set(&Tables::counts, stream, left);
    tables.set(&Tables::erased, stream, true);
}

void erase(Statement& tables, const StreamId& stream)
{
    if (tables.has(&Tables::erased, stream)) return;
    erase_records(tables, stream);
    std::vector<Tables::Card> cards;
    tables.each(&Tables::cards, [&](const Tables::Card& card, const auto&) {
        if (card.second == stream) cards.push_back(card);
    });
    for (const auto& card : cards) tables.drop(&Tables::cards, card);
    std::vector<records::Hash> aside;
    tables.each(&Tables::quarantine, [&](const records::Hash& hash, const base::Bytes& bytes) {
        if (is_content_of(stream, bytes)) aside.push_back(hash);
    });
    for (const auto& hash : aside) tables.set(&Tables::quarantine, hash, {});
}

void keep(Statement& tables, const Offer& offer, std::uint64_t& counter)
{
    const auto& header = offer.header;
    ++counter;
    tables.set(&Tables::records, header.id, {offer, offer.stub.hash(), counter});
    tables.set(&Tables::numbers, {header.device, header.number}, header.id);
    if (offer.form == Offer::Form::stub) return;
    tables.set(&Tables::pages, {header.stream, counter}, header.id);
    tables.set(&Tables::counts, header.stream, tables.find(&Tables::counts, header.stream).value_or(0) + 1);
    note(tables, offer, counter);
    if (header.what == records::Class::erase) erase(tables, header.stream);
}

// Under the device and the number that its stub has, whoever brings it.
void fill(Statement& tables, const Tables::Row& stub, Offer whole, std::uint64_t& counter)
{
    whole.header.device = stub.offer.header.device;
    whole.header.id = stub.offer.header.id;
    keep(tables, whole, counter);
}

// Whoever still writes into an erased stream must hear of the erasure: for him it has news.
void keep_erased(Statement& tables, const Offer& offer, std::uint64_t& counter)
{
    const auto& header = offer.header;
    ++counter;
    tables.set(&Tables::records, header.id, erased(offer, counter));
    tables.set(&Tables::numbers, {header.device, header.number}, header.id);
    note(tables, offer, counter);
}

// A record for a stream that is gone, and no erase record of it.
bool comes_too_late(const Statement& tables, const Offer& offer)
{
    return offer.header.what != records::Class::erase && tables.has(&Tables::erased, offer.header.stream);
}

void set_aside(Statement& tables, const Offer& offer)
{
    if (stands_alone(offer)) return; // whoever brings it may vary it without end
    tables.set(&Tables::quarantine, offer.stub.hash(),
               comes_too_late(tables, offer) ? base::Bytes{} : offer.bytes);
}

// What others brought, and its writer brings now.
bool may_claim(const Tables::Row& row, const Offer& offer)
{
    return offer.header.what == records::Class::erase && !stands_alone(offer) &&
           row.offer.header.device == brought(row.hash);
}

void claim(Statement& tables, const Tables::Row& row, const Offer& offer, std::uint64_t& counter)
{
    const auto& header = offer.header;
    tables.drop(&Tables::records, row.offer.header.id);
    tables.drop(&Tables::numbers, {row.offer.header.device, row.offer.header.number});
    tables.drop(&Tables::pages, {header.stream, row.counter});
    tables.set(&Tables::records, header.id, {offer, offer.stub.hash(), ++counter});
    tables.set(&Tables::numbers, {header.device, header.number}, header.id);
    tables.set(&Tables::pages, {header.stream, counter}, header.id);
    note(tables, offer, counter);
}

// Whoever brought it, under whatever number, and made after what he says.
std::optional<Tables::Row> same_as(const Statement& tables, const Offer& offer)
{
    const auto is_same = [&](const std::optional<Tables::Row>& row) {
        if (!row) return false;
        const auto& kept = row->offer;
        const bool is_whole = kept.form == Offer::Form::whole && !row->erased;
        return row->hash == offer.stub.hash() ||
               (is_whole && is_same_erasure(offer, kept.header.device, kept.stub.previous, row->hash));
    };
    auto row = tables.find(&Tables::records, offer.header.id);
    if (is_same(row)) return row;
    const auto other = other_id(offer);
    row = other ? tables.find(&Tables::records, *other) : std::nullopt;
    return is_same(row) ? row : std::nullopt;
}

Taken take_one(Statement&, const Offer&, std::uint64_t& counter);

// Whoever has the place of an erasure, its notebook signed it.
void take_alone(Statement& tables, const Offer& offer, std::uint64_t& counter)
{
    const bool erases = offer.header.what == records::Class::erase && offer.form == Offer::Form::whole;
    if (!erases || stands_alone(offer) || tables.has(&Tables::erased, offer.header.stream)) return;
    take_one(tables, brought(*records::decode_record(offer.bytes)), counter);
}

// `counter` is the one used last.
Taken take_one(Statement& tables, const Offer& offer, std::uint64_t& counter)
{
    const auto same = same_as(tables, offer);
    if (same) {
        if (same->erased) return Taken::erased;
        const bool fills = same->offer.form == Offer::Form::stub && offer.form == Offer::Form::whole;
        if (fills) fill(tables, *same, offer, counter);
        if (!may_claim(*same, offer)) return Taken::duplicate;
    }
    auto named = tables.find(&Tables::records, offer.header.id);
    const auto numbered = by_number(tables, offer.header.device, offer.header.number);
    if (same && !numbered) {
        if (!named) named = same;
        if (named->hash != same->hash) return Taken::duplicate; // somebody else has its id
        if (goes_on(tables, offer)) {
            claim(tables, *same, offer, counter);
            return Taken::duplicate;
        }
    }
    if (numbered || named) {
        set_aside(tables, offer);
        take_alone(tables, offer, counter);
        const auto& known = numbered ? *numbered : *named;
        return known.offer.header.device == offer.header.device ? Taken::other_record : Taken::other_device;
    }
    if (!goes_on(tables, offer)) {
        set_aside(tables, offer);
        take_alone(tables, offer, counter);
        return Taken::broken_chain;
    }
    if (comes_too_late(tables, offer)) {
        keep_erased(tables, offer, counter);
        return Taken::erased;
    }
    keep(tables, offer, counter);
    return Taken::accepted;
}

} // namespace

std::vector<Taken> MemoryStock::take(std::span<const Offer> offers)
{
    auto [tables, counter] = work_.ask_to_count(offers.size());
    std::vector<Taken> answers;
    std::vector<records::Hash> counted;
    for (const auto& offer : offers) {
        const auto before = counter;
        answers.push_back(take_one(tables, offer, counter));
        if (counter > before) counted.push_back(offer.stub.hash());
    }
    if (!counted.empty()) tables.count_to(counter, mark_after(tables.standing().mark, counter, counted));
    return answers;
}

} // namespace frikort::core::store::central_memory
