// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/store/rescue.hpp"
#include "core/store/store.hpp"

// What is known of a damage to this machine's database, from the moment it was found (store::rescue) until
// staff have seen it. Counted are records this machine wrote itself: what others wrote the server has.
namespace frikort::core::actions {

struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

struct Damage {
    std::optional<base::Date> day; // by the machine's clock
    std::string kept;              // the damaged file's name in the data folder
    std::vector<Range> missing;    // numbers of records that are not here; fewer once the server sent its own
    // Whether the server was asked for all it has: then what is missing now had never been sent.
    enum class Asked : bool { not_yet, yes } asked = Asked::not_yet;
    std::uint64_t count() const;
};

// Keeps what came of a rescue, in the Work that goes with it: the server is to be asked for everything, and
// no number is given out twice. Where it is not known which ones were, what waits is set aside for staff, as
// for a machine that bore another's name (sync.md R13): this machine needs another key.
void note_rescue(store::Work&, const store::Rescue&, const records::DeviceId& own, const std::string& day);

// Whether this machine still bears a name under which it may not write any more.
bool needs_another_name(store::Work&, const records::DeviceId& now);

// Nothing when there was none, or staff said they have seen it.
std::optional<Damage> damage(store::Work&);
// Staff have seen it. What is missing in a notebook is still told to its owner.
void damage_seen(store::Store&);

// How many lines of a notebook were on this machine only and are gone. Nothing once something was written in
// it here since: its owner has been told.
struct Missing {
    std::size_t surely = 0; // known to have stood in this notebook
    bool perhaps = false;   // others are missing of which it is not known where they stood
};
Missing missing_in(store::Work&, const records::StreamId&, const records::DeviceId& own);

// The last number this machine gave out and the digest of that record, though the record may be gone: the
// next one follows it.
store::Records::Tip last_written(store::Work&, const records::DeviceId& own);

// The server sent all it has of this machine's own records; `has_not` are those up to `highest` that it does
// not hold. What is missing now nobody has.
void heard_all_back(store::Work&, const records::DeviceId& own, std::uint64_t highest,
                    const std::vector<Range>& has_not);
// Whether it is still to be asked.
bool must_ask_all_back(store::Work&);

} // namespace frikort::core::actions
