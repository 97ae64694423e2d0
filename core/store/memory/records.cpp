// SPDX-License-Identifier: MPL-2.0
#include <iterator>
#include <limits>

#include "core/base/must.hpp"
#include "core/records/fork.hpp"
#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::Record;
using records::StreamId;

namespace {

const Held* held(const Tables& tables, const records::Id& id)
{
    const auto found = tables.by_id.find(id);
    return found == tables.by_id.end() ? nullptr : &tables.records.at(found->second);
}

} // namespace

Records::Tip MemoryRecords::tip(const records::DeviceId& device)
{
    const auto& tables = desk_.tables();
    const auto after = tables.by_number.upper_bound({device, std::numeric_limits<std::uint64_t>::max()});
    if (after == tables.by_number.begin()) return {};
    const auto& [key, arrival] = *std::prev(after);
    if (key.first != device) return {};
    return {key.second, tables.records.at(arrival).digest};
}

Records::Added MemoryRecords::add(const Record& record, Delivery delivery)
{
    const auto header = records::decode_header(record.header);
    base::must(header.has_value());
    return add_as(record, *header, delivery);
}

Records::Added MemoryRecords::add_fork(const Record& record, Delivery delivery)
{
    auto header = records::decode_header(record.header);
    base::must(header.has_value());
    header->device = records::fork_name(header->device, record.hash());
    return add_as(record, *header, delivery);
}

Records::Added MemoryRecords::add_as(const Record& record, const records::Header& header, Delivery delivery)
{
    auto stub = record.stub();
    stub.device = header.device;
    const auto digest = stub.hash();
    auto& tables = desk_.tables();

    const auto same_id = tables.by_id.find(header.id);
    const auto same_number = tables.by_number.find({header.device, header.number});
    bool duplicate = false;
    for (const auto arrival : {same_id == tables.by_id.end() ? 0 : same_id->second,
                               same_number == tables.by_number.end() ? 0 : same_number->second}) {
        if (arrival == 0) continue;
        if (tables.records.at(arrival).digest != digest) return Added::conflict;
        duplicate = true;
    }
    if (duplicate) return Added::duplicate;

    const Arrival arrival = tables.records.empty() ? 1 : tables.records.rbegin()->first + 1;
    auto& journal = desk_.journal();
    journal.put(tables.records, arrival, {header.id, stub, digest, record, header.what});
    journal.put(tables.by_id, header.id, arrival);
    journal.put(tables.by_number, {header.device, header.number}, arrival);
    journal.put(tables.by_stream, {header.stream, arrival}, arrival);
    stand(desk_, arrival, {delivery, ""});
    return Added::stored;
}

std::optional<Record> MemoryRecords::find(const records::Id& id)
{
    const auto* const found = held(desk_.tables(), id);
    return found == nullptr ? std::nullopt : found->record;
}

std::optional<records::Stub> MemoryRecords::stub(const records::Id& id)
{
    const auto* found = held(desk_.tables(), id);
    if (found == nullptr) return std::nullopt;
    return found->record ? found->record->stub() : found->stub; // a fork stands under another device
}

bool MemoryRecords::erase_body(const records::Id& id)
{
    auto& tables = desk_.tables();
    const auto* const found = held(tables, id);
    if (found == nullptr || !found->record) return false;
    const auto arrival = tables.by_id.at(id);
    const auto stream = records::decode_header(found->record->header)->stream;
    desk_.journal().drop(tables.by_stream, {stream, arrival});
    stand(desk_, arrival, {Delivery::erased, ""});
    auto erased = *found;
    erased.record.reset();
    desk_.journal().put(tables.records, arrival, std::move(erased));
    return true;
}

void MemoryRecords::let_go(const StreamId& stream)
{
    auto& tables = desk_.tables();
    auto& journal = desk_.journal();
    std::vector<Arrival> gone;
    for (auto next = tables.by_stream.lower_bound({stream, 0});
         next != tables.by_stream.end() && next->first.first == stream; ++next)
        if (tables.standing.at(next->second).delivery == Delivery::foreign &&
            tables.records.at(next->second).what != records::Class::erase)
            gone.push_back(next->second);
    for (const auto arrival : gone) {
        const auto held = tables.records.at(arrival);
        journal.drop(tables.by_stream, {stream, arrival});
        journal.drop(tables.by_number, {held.stub.device, held.stub.number});
        journal.drop(tables.by_id, held.id);
        journal.drop(tables.standing, arrival);
        journal.drop(tables.records, arrival);
    }
}

std::vector<Record> MemoryRecords::of(const StreamId& stream, std::optional<records::Class> what)
{
    const auto& tables = desk_.tables();
    std::vector<Record> all;
    for (auto next = tables.by_stream.lower_bound({stream, 0});
         next != tables.by_stream.end() && next->first.first == stream; ++next) {
        const auto& found = tables.records.at(next->second);
        if (!what || *what == found.what) all.push_back(*found.record);
    }
    return all;
}

std::vector<Record> MemoryRecords::of_stream(const StreamId& stream) { return of(stream, std::nullopt); }

std::vector<Record> MemoryRecords::of_stream(const StreamId& stream, records::Class what)
{
    return of(stream, what);
}

} // namespace frikort::core::store::memory
