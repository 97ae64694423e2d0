// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/actions/staff.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/store/store.hpp"

// What this kiosk wrote and the server did not take: the list that staff empty (sync.md R3), forks among it
// (R13). Each line is sent once more, or laid aside: then it stays here for good and wants nobody.
namespace frikort::core::actions {

struct NotTaken {
    records::Id id; // the number names nothing by itself: under each name the kiosk counts from 1
    std::uint64_t number = 0;
    std::string reason; // a word of PROTOCOL.md, or `store::fork_word`
    // It holds for this reason only: refused for another, or offered and refused again, it wants somebody.
    bool aside = false;
};
// In the order of their numbers.
std::vector<NotTaken> not_taken(store::Work&);

struct NotTakenCount {
    std::uint64_t wanting = 0; // somebody
    std::uint64_t aside = 0;
    friend bool operator==(const NotTakenCount&, const NotTakenCount&) = default;
};
// Costs little: no record is read.
NotTakenCount count_not_taken(store::Work&);

// Those of them that are still refused; others are passed over. One transaction each, and one deed of theirs;
// none where there was nothing to do.
base::Result<void, NotDone> send_again(store::Store&, const Kiosk&, const Staff&,
                                       std::span<const records::Id>, const base::Clock&);
// All that want somebody.
base::Result<void, NotDone> send_all_again(store::Store&, const Kiosk&, const Staff&, const base::Clock&);
base::Result<void, NotDone> lay_aside(store::Store&, const Kiosk&, const Staff&, std::span<const records::Id>,
                                      const base::Clock&);

} // namespace frikort::core::actions
