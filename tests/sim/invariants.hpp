// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/sim/town.hpp"

namespace frikort::tests::sim {

// A promise that was not kept: which one, and where.
struct Broken {
    std::string promise;
    std::string where;
};
using Verdict = std::optional<Broken>;

// All that a check looks at. Of machines that run.
struct Scene {
    Central& central;
    std::vector<std::unique_ptr<Kiosk>>& kiosks;
    Ledger& ledger;
    Town& town;
};

// What the server holds, once read through.
struct Stocked {
    std::map<core::records::StreamId, std::map<core::records::Id, core::records::Hash>> streams;
    std::set<core::records::StreamId> erased;
    std::optional<Broken> doubled; // a record that stands twice
    bool holds(const core::records::Header&, const core::records::Hash&) const;
};
Stocked stocked(const core::store::CentralWork&);

// While things go wrong: after this kiosk came back, what people were told is saved is there (R4, R8).
Verdict kept_at_home(Scene&, Kiosk&);
// After the server came back by itself: what it acknowledged is there (R4).
Verdict acknowledged_is_there(Scene&);

// When all is well again.
Verdict promises_kept(Scene&, const Stocked&);   // each record is there exactly once, or erased, or refused
Verdict outbox_truthful(Scene&, const Stocked&); // what a kiosk believes of a record is so (R14)
Verdict same_everywhere(Scene&, const Stocked&); // who may read a stream has all of it (R7, R8)
Verdict no_holes(Scene&);                        // in no device's chain (R3)
Verdict erased_is_gone(Scene&, const Stocked&);  // on every disk, byte by byte (R17)
Verdict sealed_everywhere(Scene&);               // no word and no amount stands on any disk
Verdict sums_right(Scene&, const Stocked&);      // notebooks open and say what their owners were told (R11)
// What was written for the staff of a centre is at all its kiosks (R7).
Verdict requests_everywhere(Scene&, const Stocked&);
Verdict all_kept(Scene&); // all of these
// What a machine wrote is there as long as nobody erases it (R5).
Verdict own_stays(Scene&);

} // namespace frikort::tests::sim
