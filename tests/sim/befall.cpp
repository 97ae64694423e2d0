// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/world.hpp"

// How faults come over a world; those of the network are the network's own matter.
namespace frikort::tests::sim {

using Kind = Fault::Kind;
using Last = Power::Last;

namespace {

core::base::Date moved(std::uint64_t days)
{
    // Half of all clocks that go wrong come up in the past: a dead battery.
    const auto now = std::chrono::sys_days{std::chrono::year{2025} / 11 / 20};
    const std::chrono::days some{static_cast<int>(days)};
    const std::chrono::year_month_day day{days % 2 == 0 ? now - some : now + some};
    return *core::base::Date::from(static_cast<int>(day.year()),
                                   static_cast<int>(static_cast<unsigned>(day.month())),
                                   static_cast<int>(static_cast<unsigned>(day.day())));
}

Last last_write(const Fault& fault) { return fault.from.count() % 2 == 0 ? Last::is_lost : Last::is_kept; }

} // namespace

void World::befall(const Fault& fault)
{
    time_.at(fault.from, [this, fault] { time_.say("now: ", told(fault)); });
    switch (fault.kind) {
    case Kind::kiosk_power:
    case Kind::kiosk_full:
    case Kind::kiosk_clock:
        return befall_kiosk(fault);
    case Kind::central_power:
    case Kind::central_full:
    case Kind::central_clock:
        return befall_central(fault);
    case Kind::central_restored:
        return restore_central(fault, Central::Told::yes);
    case Kind::central_set_back:
        return restore_central(fault, Central::Told::no);
    case Kind::kiosk_restored:
        return restore_kiosk(fault);
    case Kind::kiosk_cloned:
        return clone_kiosk(fault);
    case Kind::kiosk_revoked:
        return revoke_kiosk(fault);
    case Kind::kiosk_emptied:
        return empty_kiosk(fault);
    case Kind::kiosk_upgraded:
        return upgrade_kiosk(fault);
    default:
        return;
    }
}

void World::befall_kiosk(const Fault& fault)
{
    auto& kiosk = *kiosks_[fault.whom];
    time_.at(fault.from, [this, &kiosk, fault] {
        using Trust = KioskClock::Trust;
        if (fault.kind == Kind::kiosk_power)
            kiosk.power().cut_at(fault.measure, last_write(fault));
        else if (fault.kind == Kind::kiosk_full)
            kiosk.disk().set(KioskDisk::Room::full);
        else
            kiosk.clock().set(moved(fault.measure), fault.measure % 3 == 0 ? Trust::yes : Trust::no);
    });
    if (fault.kind == Kind::kiosk_full) {
        time_.at(fault.until, [&kiosk] { kiosk.disk().set(KioskDisk::Room::left); });
    }
}

void World::befall_central(const Fault& fault)
{
    time_.at(fault.from, [this, fault] {
        const std::chrono::days some{static_cast<int>(fault.measure)};
        if (fault.kind == Kind::central_power)
            central_.power().cut_at(fault.measure, last_write(fault));
        else if (fault.kind == Kind::central_full)
            central_.disk().set(CentralDisk::Room::full);
        else
            central_.clock().set_by(fault.measure % 2 == 0 ? -some : some);
    });
    if (fault.kind == Kind::central_full) {
        time_.at(fault.until, [this] { central_.disk().set(CentralDisk::Room::left); });
    }
}

void World::restore_central(const Fault& fault, Central::Told told)
{
    central_copies_.emplace_back();
    const auto place = central_copies_.size() - 1;
    time_.at(fault.from, [this, place] {
        if (central_.power().is_on() && all_enrolled()) central_copies_[place] = central_.disk().copy();
    });
    time_.at(fault.until, [this, place, told] {
        if (healed_ || !central_copies_[place]) return;
        time_.say("the server goes back to its copy");
        central_.set_back(*central_copies_[place], told);
    });
}

void World::restore_kiosk(const Fault& fault)
{
    kiosk_copies_.emplace_back();
    const auto place = kiosk_copies_.size() - 1;
    auto& kiosk = *kiosks_[fault.whom];
    time_.at(fault.from, [this, place, &kiosk] {
        if (kiosk.power().is_on() && kiosk.enrolled()) kiosk_copies_[place] = kiosk.copy();
    });
    time_.at(fault.until, [this, place, &kiosk] {
        if (healed_ || !kiosk_copies_[place]) return;
        time_.say("kiosk ", kiosk.index(), " goes back to its copy");
        kiosk.power().off();
        kiosk.disk().stop();
        kiosk.put_back(*kiosk_copies_[place]);
        kiosk.revoked = revoked_.contains(kiosk.device());
    });
}

void World::clone_kiosk(const Fault& fault)
{
    kiosk_copies_.emplace_back();
    const auto copy = kiosk_copies_.size() - 1;
    auto& kiosk = *kiosks_[fault.whom];
    time_.at(fault.from, [this, copy, &kiosk] {
        if (kiosk.power().is_on() && kiosk.enrolled()) kiosk_copies_[copy] = kiosk.copy();
    });
    time_.at(fault.until, [this, copy, &kiosk] {
        if (healed_ || !kiosk_copies_[copy]) return;
        const Kiosk::Place place{time_, network_, central_, *disks_, settings_.seed, settings_.plant};
        kiosk.twofold = true;
        kiosks_.push_back(std::make_unique<Kiosk>(place, kiosks_.size(), kiosk, *kiosk_copies_[copy]));
        auto& clone = *kiosks_.back();
        clone.revoked = revoked_.contains(clone.device());
        watch_over(clone);
        ledger_.pass_over(clone);
        time_.tell(time_.now(), [&clone] { clone.live(); });
    });
}

// Nothing of its database can be read any more; in one of three its note of the last number is gone with it.
void World::empty_kiosk(const Fault& fault)
{
    auto& kiosk = *kiosks_[fault.whom];
    time_.at(fault.from, [this, &kiosk, fault] {
        if (!kiosk.power().is_on() || !kiosk.enrolled()) return;
        const auto last = kiosk.store().begin()->records().tip(kiosk.device());
        kiosk.power().off();
        kiosk.disk().stop();
        kiosk.lose_database(fault.measure == 1 ? std::nullopt : std::optional{last});
    });
}

// It was stolen, and staff call the office.
void World::revoke_kiosk(const Fault& fault)
{
    time_.tell(fault.from, [this, fault] {
        const auto device = kiosks_[fault.whom]->device();
        if (!central_.revoke(device)) return;
        revoked_.insert(device);
        for (const auto& kiosk : kiosks_)
            if (kiosk->device() == device) kiosk->revoked = true;
    });
}

// The copy it came from does not know of it: whoever restores looks at the list (sync/central/README.md).
void World::revoke_again()
{
    for (const auto& device : revoked_) central_.revoke(device);
}

void World::upgrade_kiosk(const Fault& fault)
{
    auto& kiosk = *kiosks_[fault.whom];
    kiosk.speak_as_before();
    time_.at(fault.from, [&kiosk] {
        if (kiosk.power().is_on()) kiosk.power().off();
        kiosk.speak_as_now();
    });
}

} // namespace frikort::tests::sim
