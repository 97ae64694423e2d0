// SPDX-License-Identifier: MPL-2.0
#include "core/store/memory_store.hpp"

#include "core/base/must.hpp"
#include "core/store/memory/ports.hpp"

namespace frikort::core::store {

struct MemoryStore::Disk {
    memory::Tables tables;
    std::optional<StoreFailure::Kind> failing;
    bool at_work = false;
};

class MemoryStore::Task final : public Work {
public:
    explicit Task(Disk& disk) : disk_{disk}, desk_{disk.tables} { disk_.at_work = true; }
    ~Task() override { disk_.at_work = false; }

    Records& records() override { return records_; }
    Outbox& outbox() override { return outbox_; }
    Cursors& cursors() override { return cursors_; }
    Slots& slots() override { return slots_; }
    Waits& waits() override { return waits_; }
    Drafts& drafts() override { return drafts_; }
    Facts& facts() override { return facts_; }
    Copies& copies() override { return copies_; }
    Shares& shares() override { return shares_; }

    void commit() override
    {
        if (!disk_.failing || desk_.journal().empty()) return desk_.keep();
        desk_.undo();
        throw StoreFailure{*disk_.failing, "told to fail"};
    }

private:
    Disk& disk_;
    memory::Desk desk_;
    memory::MemoryRecords records_{desk_};
    memory::MemoryOutbox outbox_{desk_};
    memory::MemoryCursors cursors_{desk_};
    memory::MemorySlots slots_{desk_};
    memory::MemoryWaits waits_{desk_};
    memory::MemoryDrafts drafts_{desk_};
    memory::MemoryFacts facts_{desk_};
    memory::MemoryCopies copies_{desk_};
    memory::MemoryShares shares_{desk_};
};

MemoryStore::MemoryStore() : disk_{std::make_unique<Disk>()} {}

MemoryStore::~MemoryStore() { base::must(!disk_->at_work); }

std::unique_ptr<Work> MemoryStore::begin()
{
    base::must(!disk_->at_work);
    return std::make_unique<Task>(*disk_);
}

void MemoryStore::fail_commits(std::optional<StoreFailure::Kind> kind) { disk_->failing = kind; }

std::unique_ptr<MemoryStore> MemoryStore::copy() const
{
    base::must(!disk_->at_work);
    auto copied = std::make_unique<MemoryStore>();
    copied->disk_->tables = disk_->tables;
    return copied;
}

void MemoryStore::look_over(const std::function<void(base::BytesView)>& look) const
{
    const auto& tables = disk_->tables;
    for (const auto& [arrival, held] : tables.records) {
        if (!held.record) continue;
        look(held.record->header);
        look(held.record->body);
    }
    for (const auto& [key, placed] : tables.slots) look(placed.slot.wrapped);
    for (const auto& [stream, sealed] : tables.drafts) look(sealed);
    for (const auto& [name, value] : tables.facts) look(base::view_of(value));
    for (const auto& [arrival, standing] : tables.standing) look(base::view_of(standing.reason));
}

} // namespace frikort::core::store
