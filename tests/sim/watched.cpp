// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/watched.hpp"

#include "tests/sim/planted_ports.hpp"

namespace frikort::tests::sim {

using core::store::CentralWork;
using core::store::StoreFailure;
using core::store::Work;

namespace {

// Without power a disk fails, but the program that asked it is gone and never hears of that.
template <class Deed>
auto powered(const Power& power, Deed deed)
{
    power.need();
    try {
        return deed();
    } catch (const StoreFailure&) {
        if (power.is_on()) throw;
    }
    throw PowerCut{};
}

template <class Inner, class Port>
void commit(Inner& inner, Power& power, Disk<Port>& disk)
{
    power.need();
    const auto life = power.life();
    if (disk.before_commit() == Power::Write::is_lost) throw PowerCut{};
    try {
        inner.commit();
    } catch (const StoreFailure&) {
        if (power.is_on()) throw;
    }
    power.need(life);
}

class WatchedWork final : public Work {
public:
    WatchedWork(std::unique_ptr<Work> inner, KioskDisk& disk, Power& power, Plant plant)
        : inner_{std::move(inner)}, disk_{disk}, power_{power}, planted_{plant_ports(plant, *inner_)}
    {
    }
    core::store::Records& records() override { return planted_ ? planted_->records() : inner_->records(); }
    core::store::Outbox& outbox() override { return planted_ ? planted_->outbox() : inner_->outbox(); }
    core::store::Cursors& cursors() override { return planted_ ? planted_->cursors() : inner_->cursors(); }
    core::store::Slots& slots() override { return inner_->slots(); }
    core::store::Waits& waits() override { return inner_->waits(); }
    core::store::Drafts& drafts() override { return inner_->drafts(); }
    core::store::Facts& facts() override { return inner_->facts(); }
    core::store::Copies& copies() override { return inner_->copies(); }
    core::store::Shares& shares() override { return inner_->shares(); }
    void commit() override { sim::commit(*inner_, power_, disk_); }

private:
    std::unique_ptr<Work> inner_;
    KioskDisk& disk_;
    Power& power_;
    std::unique_ptr<PlantedPorts> planted_;
};

} // namespace

std::unique_ptr<Work> WatchedStore::begin()
{
    auto inner = powered(power_, [&] { return disk_.store().begin(); });
    return std::make_unique<WatchedWork>(std::move(inner), disk_, power_, plant_);
}

class WatchedCentral::Task final : public CentralWork {
public:
    Task(std::unique_ptr<CentralWork> inner, WatchedCentral& store) : inner_{std::move(inner)}, store_{store}
    {
    }
    core::store::Stock& stock() override { return inner_->stock(); }
    const core::store::Stock& stock() const override { return std::as_const(*inner_).stock(); }
    core::store::Centres& centres() override { return inner_->centres(); }
    const core::store::Centres& centres() const override { return std::as_const(*inner_).centres(); }
    core::store::Kiosks& kiosks() override { return inner_->kiosks(); }
    const core::store::Kiosks& kiosks() const override { return std::as_const(*inner_).kiosks(); }
    core::store::Codes& codes() override { return inner_->codes(); }
    const core::store::Codes& codes() const override { return std::as_const(*inner_).codes(); }
    core::store::Follows& follows() override { return inner_->follows(); }
    const core::store::Follows& follows() const override { return std::as_const(*inner_).follows(); }
    core::store::Backups& backups() override { return inner_->backups(); }
    const core::store::Backups& backups() const override { return std::as_const(*inner_).backups(); }
    core::store::Halves& halves() override { return inner_->halves(); }
    const core::store::Halves& halves() const override { return std::as_const(*inner_).halves(); }
    // What the world does between a commit and the answer, it does here: the turn to write is given back.
    void commit() override
    {
        sim::commit(*inner_, store_.power_, store_.disk_);
        inner_.reset();
        store_.disk_.committed();
        store_.let_others_go_on();
    }

private:
    std::unique_ptr<CentralWork> inner_;
    WatchedCentral& store_;
};

void WatchedCentral::let_others_go_on()
{
    const auto life = power_.life();
    time_.wait(draw_.between(Moment{0}, Moment{120}));
    power_.need(life);
}

template <class Begin>
std::unique_ptr<CentralWork> WatchedCentral::watch(Begin begin)
{
    power_.need();
    let_others_go_on();
    return std::make_unique<Task>(powered(power_, begin), *this);
}

std::unique_ptr<CentralWork> WatchedCentral::begin()
{
    return watch([this] { return disk_.store().begin(); });
}

std::unique_ptr<CentralWork> WatchedCentral::begin_forgettable()
{
    return watch([this] { return disk_.store().begin_forgettable(); });
}

std::unique_ptr<const CentralWork> WatchedCentral::look()
{
    return powered(power_, [&] { return disk_.store().look(); });
}

} // namespace frikort::tests::sim
