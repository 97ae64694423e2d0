// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/actions/kiosk.hpp"
#include "core/base/date.hpp"
#include "core/sealing/pepper_half.hpp"
#include "core/store/store.hpp"

// The half of this machine's pepper that the server keeps (sync.md, key table). Call names need both halves
// from the moment the server gave one; cards, members and what is sealed to the machine never do.
namespace frikort::core::actions {

// Whether the server ever gave a half. From then on nothing is made or opened by name without it, whatever a
// server says or leaves out.
bool needs_half(store::Work&);

// The server gave these, its newest first: this machine's, then those of the names it bore before. Keeps by
// which digest the half is known again, never the half. One that is another than before, and no name's before
// it, is told to staff (`lost_names`). The caller commits. At least one (must).
WholePepper note_half(store::Work&, const sealing::Pepper& own, std::span<const sealing::PepperHalf>,
                      base::Date today);

// At each start: keeps by what the machine's own half is known again. When it is another than before, the
// old one is lost: no call name opens that did, which is told to staff, and the next half is taken as it
// comes. `made`: anew just now, though there was a database. `day` is the machine's, as it is written. The
// caller commits.
enum class OwnHalf { kept, made };
void note_own_half(store::Work&, const sealing::Pepper&, OwnHalf, const std::string& day);

// This machine is another one to the server from now on, which cannot know which half it had: the next one is
// taken as it comes.
void expect_any_half(store::Work&);

// Whether it came since the start, where one is needed.
bool half_is_here(store::Work&, const Kiosk&);

enum class Names {
    open,
    not_yet, // the server's half did not come since the start
    off,     // the centre chose to go without (by_name.hpp)
};
// Reads the centre: not for every frame.
Names names(store::Work&, const Kiosk&);
Names names(store::Store&, const Kiosk&);

// Why call names from before open no more, until staff have seen it. Whoever opens with the card opens by
// name again.
struct LostNames {
    enum class Why { other_half, own_half } why = Why::other_half;
    std::optional<base::Date> day; // by server or machine
};
std::optional<LostNames> lost_names(store::Work&);
void lost_names_seen(store::Store&);

// With which peppers names are looked for: first the one that new slots are made with. None: not yet, or the
// centre goes without.
std::vector<const sealing::Pepper*> name_peppers(store::Work&, const Kiosk&);
// Whether there may be slots of names that want to be made anew.
bool names_are_old(store::Work&);
void note_old_names(store::Work&);

} // namespace frikort::core::actions
