// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/disks.hpp"

#include "core/store/central_memory.hpp"
#include "core/store/memory_store.hpp"

namespace frikort::tests::sim {

using core::store::MemoryCentralStore;
using core::store::MemoryStore;
using core::store::StoreFailure;

namespace {

// What is committed is durable, unless the disk only says so: then the last copy that really was is what a
// power cut leaves.
template <class Base, class Port, class Memory>
class MemoryDisk : public Base {
public:
    MemoryDisk(Power& power, std::unique_ptr<Memory> empty) : memory_{std::move(empty)}, power_{power} {}

    Port& store() override { return *memory_; }
    void stop() override
    {
        if (synced_) memory_ = synced_->copy();
    }
    void start() override {}

    struct Image final : Disk<Port>::Copy {
        std::unique_ptr<Memory> memory;
    };
    std::unique_ptr<typename Disk<Port>::Copy> copy() const override
    {
        auto image = std::make_unique<Image>();
        image->memory = memory_->copy();
        return image;
    }
    void put_back(const typename Disk<Port>::Copy& copy) override
    {
        memory_ = dynamic_cast<const Image&>(copy).memory->copy();
        synced_.reset();
    }
    void set(typename Disk<Port>::Room room) override
    {
        const bool full = room == Disk<Port>::Room::full;
        memory_->fail_commits(full ? std::optional{StoreFailure::Kind::full} : std::nullopt);
    }
    void look_over(const std::function<void(core::base::BytesView)>& look) const override
    {
        memory_->look_over(look);
    }
    Power::Write before_commit() override { return power_.write(); }
    void committed() override
    {
        if (syncs_every_ == 0 || ++commits_ % syncs_every_ != 0) return;
        synced_ = memory_->copy();
    }
    void lie(std::uint64_t syncs_every)
    {
        syncs_every_ = syncs_every;
        synced_ = memory_->copy();
    }

protected:
    std::unique_ptr<Memory> memory_;

private:
    Power& power_;
    std::unique_ptr<Memory> synced_; // nothing: all that is committed
    std::uint64_t syncs_every_ = 0;
    std::uint64_t commits_ = 0;
};

using KioskInMemory = MemoryDisk<KioskDisk, core::store::Store, MemoryStore>;

class CentralInMemory final : public MemoryDisk<CentralDisk, core::store::CentralStore, MemoryCentralStore> {
public:
    using MemoryDisk::MemoryDisk;
    void begin_epoch(const std::string& epoch) override { memory_->begin_epoch(epoch); }
};

class MemoryDisks final : public Disks {
public:
    std::unique_ptr<KioskDisk> kiosk(Power& power) override
    {
        return std::make_unique<KioskInMemory>(power, std::make_unique<MemoryStore>());
    }
    std::unique_ptr<CentralDisk> central(Power& power, Plant plant) override
    {
        auto disk =
            std::make_unique<CentralInMemory>(power, std::make_unique<MemoryCentralStore>("the first epoch"));
        if (plant == Plant::ack_before_commit) disk->lie(25);
        return disk;
    }
};

} // namespace

std::unique_ptr<Disks> memory_disks() { return std::make_unique<MemoryDisks>(); }

} // namespace frikort::tests::sim
