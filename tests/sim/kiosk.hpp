// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <memory>

#include "core/actions/kiosk.hpp"
#include "core/actions/rescued.hpp"
#include "sync/agent/enrol.hpp"
#include "sync/agent/retry.hpp"
#include "sync/agent/round.hpp"
#include "tests/sim/central.hpp"
#include "tests/sim/link.hpp"

namespace frikort::tests::sim {

// One kiosk: the real round and the real pauses between rounds, on a machine whose power may go.
class Kiosk {
public:
    struct Place {
        Timeline& time;
        Network& network;
        Central& central;
        Disks& disks;
        std::uint64_t seed;
        Plant plant;
    };
    // Where the centre is compared later, the kiosk tells its root as one does that was set up.
    Kiosk(const Place&, std::size_t index, std::string centre,
          Central::Comparing = Central::Comparing::at_once);
    // All that stands on its disk: what it knows and who it is.
    struct Copy {
        std::unique_ptr<KioskDisk::Copy> disk;
        core::sealing::SigningKey key;
        std::vector<core::records::DeviceId> names;
    };
    Copy copy() const;
    // The same machine once more, from such a copy.
    Kiosk(const Place&, std::size_t index, const Kiosk& original, const Copy&);
    // While it is stopped: from then on it is a machine that was there before.
    void put_back(const Copy&);
    // While it is stopped: its key is all there is, and the note of the last number it gave out, if that.
    void lose_database(const std::optional<core::store::Records::Tip>& note);
    // What the program does at its start about that. False when the power goes or there is no room.
    bool rescue();

    // The agent's thread.
    void live();
    // Somebody wrote.
    void written();

    core::store::Store& store() { return store_; }
    KioskDisk& disk() { return *disk_; }
    Power& power() { return power_; }
    KioskClock& clock() { return clock_; }
    const core::actions::Kiosk& actions() const { return actions_; }
    core::records::DeviceId device() const { return actions_.device(); }
    // All that it bore, the one it bears last.
    const std::vector<core::records::DeviceId>& names() const { return names_; }
    std::size_t index() const { return index_; }
    // The machine this one is a copy of.
    std::optional<std::size_t> copy_of() const { return copy_of_; }
    const std::string& centre() const { return centre_; }
    Central::Comparing comparing() const { return comparing_; }
    // The number of the last record of its own that is on its disk.
    std::uint64_t tip();
    bool enrolled();

    // Rounds that began after `count_rounds` and went well; and how the last one ended.
    int good_rounds() const { return good_rounds_; }
    void count_rounds()
    {
        good_rounds_ = 0;
        ++counted_;
    }
    sync::agent::End last_end() const { return last_end_; }

    // It was restored or cloned: what it writes from then on the server may refuse (R13).
    bool twofold = false;
    bool revoked = false;
    // And knows it, or never knew that it was enrolled.
    bool is_turned_away()
    {
        return revoked && (last_end_ == sync::agent::End::turned_away || (power_.is_on() && !enrolled()));
    }
    // The server may hear it no more, until it is enrolled under another name.
    bool is_out() const { return twofold || revoked; }
    // Who reads on its screen that it is heard no more calls the office. Some call at once, some when all
    // else is well again, some never.
    bool calls_office = false;
    // Its disk lacks what it once said was saved; and has not had it back from the server yet.
    bool forgot = false;
    bool is_behind() const { return is_behind_; }
    bool ever_forgot() const { return ever_forgot_; }

    // Its program is the one before; and then this one.
    void speak_as_before() { link_.speak_as_before(&actions_.device_key); }
    void speak_as_now() { link_.speak_as_before(nullptr); }

private:
    sync::agent::Outcome round();
    void rest(const sync::agent::Outcome&);
    void ask_for_code();
    void set_up();
    using Enrolled = core::base::Result<sync::agent::Place, sync::agent::EnrolRefusal>;
    Enrolled enrol();
    Enrolled enrol_or_anew();
    Enrolled enrol_anew();
    bool is_heard_no_more() const;
    bool enrol_again();
    void let_all_in();

    Place place_;
    std::size_t index_;
    std::optional<std::size_t> copy_of_;
    std::string centre_;
    Central::Comparing comparing_;
    std::string code_;
    DrawnChance chance_;
    Power power_;
    std::unique_ptr<KioskDisk> disk_;
    WatchedStore store_;
    core::actions::Kiosk actions_;
    std::vector<core::records::DeviceId> names_;
    std::optional<core::sealing::SigningKey> next_key_;   // kept before the server hears of it
    std::optional<core::sealing::SigningKey> key_before_; // until the server heard that it was given up
    std::unique_ptr<KioskDisk::Copy> empty_;
    std::optional<core::store::Rescue> to_rescue_;
    std::map<core::records::DeviceId, core::store::Records::Tip> noted_; // beside the database, at its losses
    bool is_behind_ = false;
    bool ever_forgot_ = false;
    bool to_let_in_ = false; // what it wrote under its name before
    Link link_;
    KioskClock clock_;
    std::optional<sync::agent::Retry> retry_;
    Timeline::Bell bell_;
    int good_rounds_ = 0;
    int counted_ = 0;
    sync::agent::End last_end_ = sync::agent::End::not_enrolled;
};

} // namespace frikort::tests::sim
