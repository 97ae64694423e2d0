// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/sim/disk.hpp"
#include "tests/sim/timeline.hpp"

// Stores as programs see them on a machine whose power may go at any write.
namespace frikort::tests::sim {

class WatchedStore final : public core::store::Store {
public:
    WatchedStore(KioskDisk& disk, Power& power, Plant plant) : disk_{disk}, power_{power}, plant_{plant} {}
    std::unique_ptr<core::store::Work> begin() override;

private:
    KioskDisk& disk_;
    Power& power_;
    Plant plant_;
};

// Others go on wherever a request of theirs may come between two transactions of one request.
class WatchedCentral final : public core::store::CentralStore {
public:
    WatchedCentral(CentralDisk& disk, Power& power, Timeline& time, Draw draw)
        : disk_{disk}, power_{power}, time_{time}, draw_{draw}
    {
    }
    std::unique_ptr<core::store::CentralWork> begin() override;
    std::unique_ptr<core::store::CentralWork> begin_forgettable() override;
    std::unique_ptr<const core::store::CentralWork> look() override;

private:
    class Task;
    template <class Begin>
    std::unique_ptr<core::store::CentralWork> watch(Begin);
    void let_others_go_on();
    CentralDisk& disk_;
    Power& power_;
    Timeline& time_;
    Draw draw_;
};

} // namespace frikort::tests::sim
