// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/bytes.hpp"
#include "core/store/central.hpp"
#include "core/store/store.hpp"
#include "tests/sim/draw.hpp"
#include "tests/sim/plant.hpp"
#include "tests/sim/power.hpp"
#include "tests/sim/side_by_side.hpp"

namespace frikort::tests::sim {

enum class Engine { memory, sqlite };

// What a machine keeps, and what a machine's disk can come to. Port is core::store::Store or CentralStore.
template <class Port>
class Disk {
public:
    virtual ~Disk() = default;
    // Of the program that runs now. To be asked anew after `start`.
    virtual Port& store() = 0;

    // Nothing of the program is left; of what it did not wait for, some is lost and some is torn.
    virtual void stop() = 0;
    // The program starts again on what is there. Throws StoreFailure.
    virtual void start() = 0;

    // A copy of all there is, made while the program runs or not.
    class Copy {
    public:
        virtual ~Copy() = default;
    };
    virtual std::unique_ptr<Copy> copy() const = 0;
    // While it is stopped.
    virtual void put_back(const Copy&) = 0;

    enum class Room { left, full };
    virtual void set(Room) = 0;
    // Every byte string that stands on it.
    virtual void look_over(const std::function<void(core::base::BytesView)>&) const = 0;
    // Around a commit. A disk that does not count single writes counts it as one.
    virtual Power::Write before_commit() { return Power::Write::goes_on; }
    virtual void committed() {}
};
using KioskDisk = Disk<core::store::Store>;

class CentralDisk : public Disk<core::store::CentralStore> {
public:
    // As whoever restores a server does it (R6). While it is stopped.
    virtual void begin_epoch(const std::string&) = 0;
};

// How disks of one kind are got.
class Disks {
public:
    virtual ~Disks() = default;
    virtual std::unique_ptr<KioskDisk> kiosk(Power&) = 0;
    // Only memory has Works side by side.
    virtual std::unique_ptr<CentralDisk> central(Power&, SideBySide&, Plant) = 0;
};
std::unique_ptr<Disks> disks_of(Engine, std::uint64_t seed);

} // namespace frikort::tests::sim
