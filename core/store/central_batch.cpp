// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_batch.hpp"

#include <algorithm>
#include <limits>

#include "core/store/brought.hpp"
#include "core/store/central_mark.hpp"

namespace frikort::core::store {

using records::Class;
using records::DeviceId;
using records::Hash;
using records::StreamId;
using Form = Stock::Offer::Form;
using Taken = Stock::Taken;

namespace {

constexpr auto largest_number = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

} // namespace

std::set<Batch::Number> Batch::numbers_near(std::span<const Stock::Offer> offers)
{
    std::set<Number> near;
    for (const auto& offer : offers) {
        const auto& [device, number] = Number{offer.header.device, offer.header.number};
        if (number > 1) near.emplace(device, number - 1);
        near.emplace(device, number);
        if (number < largest_number) near.emplace(device, number + 1);
    }
    return near;
}

std::vector<base::Id> Batch::ids_near(std::span<const Stock::Offer> offers)
{
    std::vector<base::Id> ids;
    ids.reserve(offers.size());
    for (const auto& offer : offers) {
        ids.push_back(offer.header.id);
        if (const auto other = other_id(offer)) ids.push_back(*other);
    }
    return ids;
}

std::set<StreamId> Batch::streams_of(std::span<const Stock::Offer> offers)
{
    std::set<StreamId> streams;
    for (const auto& offer : offers) streams.insert(offer.header.stream);
    return streams;
}

std::set<DeviceId> Batch::devices_of(std::span<const Stock::Offer> offers)
{
    std::set<DeviceId> devices;
    for (const auto& offer : offers) devices.insert(offer.header.device);
    return devices;
}

std::vector<Batch::Run> Batch::runs() const
{
    std::vector<Run> runs;
    for (const auto& [device, numbers] : placed_) {
        const auto known = highest_.find(device);
        std::uint64_t highest = known == highest_.end() ? 0 : known->second;
        for (auto at = numbers.begin(); at != numbers.end();) {
            Run run{device, *at, *at, highest};
            for (++at; at != numbers.end() && *at == run.last + 1; ++at) ++run.last;
            if (run.first != highest + 1) runs.push_back(run);
            highest = std::max(highest, run.last);
        }
    }
    return runs;
}

Mark Batch::mark() const { return mark_after(before_.mark, counter_, counted_); }

std::vector<Taken> Batch::judge(std::span<const Stock::Offer> offers)
{
    rows_.reserve(rows_.size() + offers.size());
    std::vector<Taken> answers;
    answers.reserve(offers.size());
    for (const auto& offer : offers) answers.push_back(judge(offer));
    return answers;
}

void Batch::know(const base::Id& id, const Number& number, const Row& row)
{
    if (!ids_.emplace(id, rows_.size()).second) return;
    numbers_.emplace(number, rows_.size());
    rows_.push_back(row);
    rows_.back().device = number.first;
    rows_.back().id = id;
}

Batch::Row* Batch::by_id(const base::Id& id)
{
    const auto found = ids_.find(id);
    return found == ids_.end() ? nullptr : &rows_[found->second];
}

// Whoever brought it, under whatever number, and made after what he says.
Batch::Row* Batch::same_as(const Stock::Offer& offer)
{
    const auto is_same = [&](const Row* row) {
        return row != nullptr &&
               (row->hash == offer.stub.hash() ||
                (row->kept == Kept::whole && is_same_erasure(offer, row->device, row->previous, row->hash)));
    };
    if (auto* const row = by_id(offer.header.id); is_same(row)) return row;
    const auto other = other_id(offer);
    auto* const row = other ? by_id(*other) : nullptr;
    return is_same(row) ? row : nullptr;
}

const Batch::Row* Batch::by_number(const DeviceId& device, std::uint64_t number) const
{
    const auto found = numbers_.find({device, number});
    return found == numbers_.end() ? nullptr : &rows_[found->second];
}

// True when its neighbours in the device's chain are not here, or fit: the one before is what this was made
// after, the one behind was made after this.
bool Batch::goes_on(const Stock::Offer& offer) const
{
    const auto& header = offer.header;
    if (stands_alone(offer)) return true;
    if (header.number == 1 && offer.stub.previous != Hash{}) return false;
    const auto* before = by_number(header.device, header.number - 1);
    if (before != nullptr && before->hash != offer.stub.previous) return false;
    const auto* next = by_number(header.device, header.number + 1);
    return next == nullptr || next->previous == offer.stub.hash();
}

bool Batch::is_gone(const Stock::Offer& offer) const
{
    return offer.header.what != Class::erase && erased_.contains(offer.header.stream);
}

Taken Batch::judge(const Stock::Offer& offer)
{
    auto* const same = same_as(offer);
    if (same != nullptr) {
        if (same->kept == Kept::erased) return Taken::erased;
        if (same->kept == Kept::stub && offer.form == Form::whole) fill(*same, offer);
        if (!may_claim(*same, offer)) return Taken::duplicate;
    }
    const auto* named = by_id(offer.header.id);
    const auto* const numbered = by_number(offer.header.device, offer.header.number);
    if (same != nullptr && numbered == nullptr) {
        if (named == nullptr) named = same;
        if (named != same) return Taken::duplicate; // somebody else has its id: its place stays empty
        if (goes_on(offer)) {
            claim(*same, offer);
            return Taken::duplicate;
        }
    }
    if (numbered != nullptr || named != nullptr) {
        set_aside(offer, "other_record");
        const auto device = (numbered != nullptr ? numbered : named)->device;
        take_alone(offer);
        return device == offer.header.device ? Taken::other_record : Taken::other_device;
    }
    if (!goes_on(offer)) {
        set_aside(offer, "broken_chain");
        take_alone(offer);
        return Taken::broken_chain;
    }
    if (is_gone(offer)) {
        keep(offer, Kept::erased);
        return Taken::erased;
    }
    keep(offer, offer.form == Form::whole ? Kept::whole : Kept::stub);
    return Taken::accepted;
}

// Whoever has the place of an erasure, its notebook signed it.
void Batch::take_alone(const Stock::Offer& offer)
{
    const bool erases = offer.header.what == Class::erase && offer.form == Form::whole;
    if (!erases || stands_alone(offer) || erased_.contains(offer.header.stream)) return;
    alone_.push_back(brought(*records::decode_record(offer.bytes)));
    judge(alone_.back());
}

bool Batch::may_claim(const Row& row, const Stock::Offer& offer) const
{
    return offer.header.what == Class::erase && !stands_alone(offer) && row.device == brought(row.hash);
}

void Batch::claim(Row& row, const Stock::Offer& offer)
{
    const Number place{offer.header.device, offer.header.number};
    if (row.from == From::offer) {
        chains_.erase(row.device);
        placed_.erase(row.device);
    } else {
        claimed_.push_back({&offer, row.id, row.device, counter_ + 1});
    }
    ids_.emplace(offer.header.id, static_cast<std::size_t>(&row - rows_.data()));
    row.id = offer.header.id;
    row.hash = offer.stub.hash();
    row.previous = offer.stub.previous;
    row.device = place.first;
    row.offer = &offer;
    row.counter = ++counter_;
    counted_.push_back(row.hash);
    numbers_.emplace(place, static_cast<std::size_t>(&row - rows_.data()));
    placed_[place.first].insert(place.second);
    auto& chain = chains_[place.first];
    chain.highest = std::max(chain.highest, place.second);
    ++chain.more;
    note(row.device, offer, counter_, 0);
}

void Batch::set_aside(const Stock::Offer& offer, const char* why)
{
    if (stands_alone(offer)) return; // whoever brings it may vary it without end
    aside_.emplace(offer.stub.hash(), Aside{&offer, why, is_gone(offer)});
}

void Batch::fill(Row& row, const Stock::Offer& offer)
{
    if (row.from == From::database) row.from = From::database_stub_filled;
    row.kept = Kept::whole;
    row.offer = &offer;
    row.counter = ++counter_;
    counted_.push_back(offer.stub.hash());
    note(row.device, offer, row.counter, 1);
    if (offer.header.what == Class::erase) erase(offer);
}

void Batch::keep(const Stock::Offer& offer, Kept kept)
{
    const auto& header = offer.header;
    know(header.id, {header.device, header.number},
         {offer.stub.hash(), offer.stub.previous, kept, From::offer, &offer, ++counter_});
    counted_.push_back(offer.stub.hash());
    placed_[header.device].insert(header.number);
    auto& chain = chains_[header.device];
    chain.highest = std::max(chain.highest, header.number);
    ++chain.more;
    // Whoever still writes into an erased stream must hear of the erasure: for him it has news.
    if (kept != Kept::stub) note(header.device, offer, counter_, kept == Kept::whole ? 1 : 0);
    if (kept == Kept::whole && header.what == Class::erase) erase(offer);
}

void Batch::note(const DeviceId& device, const Stock::Offer& offer, std::uint64_t counter, std::uint64_t more)
{
    auto& stream = streams_[offer.header.stream];
    stream.counter = counter;
    stream.more += more;
    auto& keys = wrote_.try_emplace({device, offer.header.stream}, Keys::no).first->second;
    if (offer.header.what == Class::key) keys = Keys::yes;
}

// What came before it in this batch is never written at all.
void Batch::erase(const Stock::Offer& by)
{
    const auto& stream = by.header.stream;
    if (!erased_.insert(stream).second) return;
    newly_erased_.insert(stream);
    erasures_.push_back(by.bytes);
    for (auto& row : rows_)
        if (row.offer != nullptr && row.offer->header.stream == stream && is_gone(*row.offer))
            row.kept = Kept::erased;
    for (auto& [hash, aside] : aside_)
        if (aside.offer->header.stream == stream) aside.is_erased = is_gone(*aside.offer);
}

} // namespace frikort::core::store
