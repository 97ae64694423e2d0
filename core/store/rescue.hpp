// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/store/salvage.hpp"
#include "core/store/sqlite_store.hpp"

// A kiosk whose database is damaged goes on with what can still be read of it.
namespace frikort::core::store {

// Looks at the whole database before a store opens it, and changes nothing: as a store would, and for what
// SQLite's own check does not see: a record whose bytes do not give its digest, and a log that is gone, or
// broken in the middle, with records this machine had said were saved (`written`). Nothing for a new folder.
// Throws StoreFailure damaged, and what else a store throws.
void look_over(const DataFolder&, const records::DeviceId& own);

// The fact that says up to where a machine gave out numbers when their records are gone: number, blank,
// digest.
std::string given_out_fact(const records::DeviceId&);

struct Rescue {
    std::string kept; // the damaged file's name in the folder; its log beside it
    // Whether it is known which numbers this machine gave out. If it is not, it needs another name (R13).
    enum class Numbers : bool { unknown, known } numbers = Numbers::unknown;
    Records::Tip last; // the last that was given out, as far as it is known; its hash only if numbers are
    struct Lost {
        std::uint64_t number = 0;
        std::optional<records::StreamId> stream; // where it stood, if a trace of that is left
    };
    std::vector<Lost> lost;  // of this machine's own records, lowest first
    std::size_t records = 0; // that could be read and proved, everybody's
};

// Keeps the damaged file with its log under a name with this day that nothing else has, unchanged; proves
// record by record what can still be read; puts a new database in its place. `note` adds to it what is to be
// known of all this, in the same moment: a program that is stopped anywhere begins anew. No store of the
// folder may be open. Throws StoreFailure, and then the damaged database is where it was.
Rescue rescue(const DataFolder&, const records::DeviceId& own, const std::string& day,
              const std::function<void(Work&, const Rescue&)>& note);

} // namespace frikort::core::store
