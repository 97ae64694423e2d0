// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/records/fork.hpp"
#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

void stand(Desk& desk, Arrival arrival, Outbox::Standing standing)
{
    auto& tables = desk.tables();
    if (standing.delivery == Delivery::waiting) {
        desk.journal().put(tables.waiting, arrival, true);
    } else {
        desk.journal().drop(tables.waiting, arrival);
    }
    desk.journal().put(tables.standing, arrival, std::move(standing));
}

std::vector<records::Record> MemoryOutbox::waiting(std::size_t most, std::size_t bytes)
{
    const auto& tables = desk_.tables();
    std::vector<records::Record> taken;
    std::size_t used = 0;
    for (const auto& [arrival, waits] : tables.waiting) {
        if (taken.size() >= most) break;
        const auto& record = *tables.records.at(arrival).record;
        used += records::encode(record).size();
        if (used > bytes && !taken.empty()) break;
        taken.push_back(record);
    }
    return taken;
}

std::vector<records::Record> MemoryOutbox::rejected(const records::DeviceId& device, std::uint64_t after,
                                                    std::size_t most)
{
    const auto& tables = desk_.tables();
    std::vector<records::Record> taken;
    for (auto found = tables.by_number.upper_bound({device, after});
         found != tables.by_number.end() && found->first.first == device && taken.size() < most; ++found)
        if (tables.standing.at(found->second).delivery == Delivery::rejected)
            taken.push_back(*tables.records.at(found->second).record);
    return taken;
}

std::vector<records::Record> MemoryOutbox::rejected(std::size_t most)
{
    const auto& tables = desk_.tables();
    std::map<std::pair<std::uint64_t, records::DeviceId>, Arrival> refused;
    for (const auto& [number, arrival] : tables.by_number) {
        if (tables.standing.at(arrival).delivery != Delivery::rejected) continue;
        refused.emplace(std::pair{number.second, number.first}, arrival);
    }
    std::vector<records::Record> taken;
    for (const auto& [number, arrival] : refused) {
        if (taken.size() < most) taken.push_back(*tables.records.at(arrival).record);
    }
    return taken;
}

std::uint64_t MemoryOutbox::count(Delivery delivery)
{
    const auto& standing = desk_.tables().standing;
    return static_cast<std::uint64_t>(std::count_if(standing.begin(), standing.end(), [&](const auto& entry) {
        return entry.second.delivery == delivery;
    }));
}

void MemoryOutbox::mark(const records::Id& id, Delivery delivery, const std::string& reason)
{
    const auto& tables = desk_.tables();
    const auto found = tables.by_id.find(id);
    if (found == tables.by_id.end() || !tables.records.at(found->second).record) return;
    stand(desk_, found->second, {delivery, reason});
}

std::optional<Outbox::Standing> MemoryOutbox::standing(const records::Id& id)
{
    const auto& tables = desk_.tables();
    const auto found = tables.by_id.find(id);
    if (found == tables.by_id.end()) return std::nullopt;
    return tables.standing.at(found->second);
}

void MemoryOutbox::fork_off(const records::DeviceId& old, const std::string& reason)
{
    auto& tables = desk_.tables();
    std::vector<Arrival> forked;
    for (const auto& [number, arrival] : tables.by_number) {
        const auto delivery = tables.standing.at(arrival).delivery;
        if (number.first == old && (delivery == Delivery::waiting || delivery == Delivery::rejected))
            forked.push_back(arrival);
    }
    for (const auto arrival : forked) {
        stand(desk_, arrival, {Delivery::rejected, reason});
        auto held = tables.records.at(arrival);
        desk_.journal().drop(tables.by_number, {old, held.stub.number});
        held.stub.device = records::fork_name(old, held.digest);
        desk_.journal().put(tables.by_number, {held.stub.device, held.stub.number}, arrival);
        desk_.journal().put(tables.records, arrival, std::move(held));
    }
}

void MemoryOutbox::offer_all_again()
{
    std::vector<Arrival> settled;
    for (const auto& [arrival, standing] : desk_.tables().standing) {
        const auto& held = desk_.tables().records.at(arrival);
        if (!held.record) continue;
        const bool answered =
            standing.delivery == Delivery::accepted || standing.delivery == Delivery::erased;
        const bool erasure = standing.delivery == Delivery::foreign && held.what == records::Class::erase;
        if (answered || erasure) settled.push_back(arrival);
    }
    for (const auto arrival : settled) stand(desk_, arrival, {Delivery::waiting, ""});
}

} // namespace frikort::core::store::memory
