// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/sim/draw.hpp"

namespace frikort::tests::sim {

// Something that goes wrong in a world, once or for a while.
struct Fault {
    enum class Kind {
        loss,             // requests and answers get lost
        doubling,         // a request arrives twice, the second one any time later
        delay,            // longer than anybody waits: what was given up arrives all the same
        partition,        // some kiosks reach nobody
        lost_answer,      // what was asked is done, and nobody hears of it
        cut_answer,       // half an answer
        portal,           // a sign-in page with 200
        proxy,            // a page with 502
        kiosk_power,      // goes at a drawn write
        central_power,    // the same
        kiosk_full,       // no room on a disk
        central_full,     // the same
        kiosk_clock,      // is set, by up to some years
        central_clock,    // the same
        central_restored, // from an old copy, and whoever did it said so: a new epoch
        central_set_back, // from an old copy, and nobody said so
        kiosk_restored,   // from an old copy
        kiosk_cloned,     // an old copy of its disk runs beside it
        kiosk_emptied,    // nothing of its database can be read
        kiosk_revoked,
        kiosk_upgraded, // from the protocol before
    };
    Kind kind = Kind::loss;
    Moment from{0};
    Moment until{0};
    std::size_t whom = 0;      // a kiosk
    std::uint64_t measure = 0; // in a hundred, writes, or days: whatever the kind counts in
};
const char* word_of(Fault::Kind);
std::string told(const Fault&);

// What befalls a world of so many kiosks before `until`.
std::vector<Fault> faults_of(std::uint64_t seed, std::size_t kiosks, Moment until);

} // namespace frikort::tests::sim
