// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <memory>
#include <set>

#include "sync/agent/transport.hpp"
#include "sync/central/api/desk.hpp"
#include "tests/sim/clocks.hpp"
#include "tests/sim/planted_central.hpp"
#include "tests/sim/watched.hpp"

namespace frikort::tests::sim {

class QuietJournal final : public sync::central::api::Journal {
public:
    void note(sync::central::api::Event, const std::optional<core::records::DeviceId>&,
              std::uint64_t) override
    {
    }
};

// The server: the real desk on a machine whose power may go.
class Central {
public:
    Central(Timeline&, Disks&, std::uint64_t seed, Plant);

    // A request arrives. Nothing when there is nobody to answer, or the power goes meanwhile.
    std::optional<sync::agent::Reply> answer(const sync::agent::Request&);
    enum class Comparing { at_once, later };
    std::string code_for(const std::string& centre, Comparing);
    // The office has the leader of this centre on the telephone. False while there is nothing to compare.
    bool compare(const std::string& centre);
    // False when it does not run, does not know it, or has no room to note it.
    bool revoke(const core::records::DeviceId&);

    // A copy that somebody read back (R5).
    std::unique_ptr<CentralDisk::Copy> back_up();
    // The disk goes back to what it was.
    enum class Told { yes, no };
    void set_back(const CentralDisk::Copy&, Told);

    // Its disk has room, its power stays, and it is quick again.
    void heal();

    // It once forgot what it had acknowledged.
    bool went_back() const { return went_back_; }

    CentralDisk& disk() { return *disk_; }
    Power& power() { return power_; }
    CentralClock& clock() { return clock_; }
    // What is committed. Only while the power is on.
    std::unique_ptr<const core::store::CentralWork> look() { return disk_->store().look(); }

    static constexpr const char* authority = "central.test";

private:
    std::optional<sync::agent::Reply> handle(const sync::agent::Request&);

    bool went_back_ = false;
    Power power_;
    SideBySide requests_;
    std::unique_ptr<CentralDisk> disk_;
    CentralClock clock_;
    QuietJournal journal_;
    WatchedCentral store_;
    sync::central::api::Desk desk_;
    PlantedCentral planted_;
    DrawnChance chance_;
    int epochs_ = 1;
};

} // namespace frikort::tests::sim
