// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/disks.hpp"

#include "core/store/central_memory/central.hpp"
#include "core/store/memory_store.hpp"

namespace frikort::tests::sim {

using core::store::MemoryStore;
using core::store::StoreFailure;
using core::store::central_memory::MemoryCentralStore;

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
        if (synced_) go_on_from(*synced_);
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
        go_on_from(*dynamic_cast<const Image&>(copy).memory);
        synced_.reset();
    }
    void set(typename Disk<Port>::Room room) override
    {
        room_ = room;
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
    void go_on_from(const Memory& memory)
    {
        memory_ = memory.copy();
        set(room_);
    }
    typename Disk<Port>::Room room() const { return room_; }
    const Memory& durable() const { return synced_ ? *synced_ : *memory_; }
    std::unique_ptr<Memory> memory_;

private:
    Power& power_;
    typename Disk<Port>::Room room_ = Disk<Port>::Room::left;
    std::unique_ptr<Memory> synced_; // nothing: all that is committed
    std::uint64_t syncs_every_ = 0;
    std::uint64_t commits_ = 0;
};

using KioskInMemory = MemoryDisk<KioskDisk, core::store::Store, MemoryStore>;

class CentralInMemory final : public MemoryDisk<CentralDisk, core::store::CentralStore, MemoryCentralStore> {
public:
    using MemoryDisk::MemoryDisk;
    // Works that are open stay behind with the program that ended.
    void stop() override { go_on_from(durable()); }
    // Whoever restores a server has room for it.
    void begin_epoch(const std::string& epoch) override
    {
        memory_->fail_commits(std::nullopt);
        memory_->begin_epoch(epoch);
        set(room());
    }
};

class MemoryDisks final : public Disks {
public:
    std::unique_ptr<KioskDisk> kiosk(Power& power) override
    {
        return std::make_unique<KioskInMemory>(power, std::make_unique<MemoryStore>());
    }
    std::unique_ptr<CentralDisk> central(Power& power, SideBySide& requests, Plant plant) override
    {
        using core::store::central_memory::Counting;
        const auto counting = plant == Plant::bare_sequence ? Counting::before_turn : Counting::in_turn;
        auto disk = std::make_unique<CentralInMemory>(
            power, std::make_unique<MemoryCentralStore>("the first epoch", requests, counting));
        if (plant == Plant::ack_before_commit) disk->lie(25);
        return disk;
    }
};

} // namespace

std::unique_ptr<Disks> memory_disks() { return std::make_unique<MemoryDisks>(); }

} // namespace frikort::tests::sim
