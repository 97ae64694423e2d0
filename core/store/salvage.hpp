// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/carve.hpp"
#include "core/store/written.hpp"

// What a damaged kiosk database still holds, sorted and, where it can be, proved.
namespace frikort::core::store {

struct Salvage {
    struct Kept { // its bytes give its digest
        records::Header header;
        records::Record record;
        Delivery delivery = Delivery::waiting;
        std::string reason;
    };
    struct Gone { // erased by somebody's wish; its digests give its digest
        base::Id id;
        records::Stub stub;
    };
    // By the order in which the machine got them.
    std::map<std::int64_t, Kept> records;
    std::map<std::int64_t, Gone> erased;
    struct Slot {
        std::int64_t live = 0, kind = 0, generation = 0;
        base::Bytes lookup, stream, wrapped;
    };
    std::map<std::int64_t, Slot> slots;
    std::map<base::Bytes, base::Bytes> drafts;                          // by stream
    std::map<base::Bytes, std::pair<std::int64_t, std::int64_t>> waits; // by subject: wrong, seconds
    std::map<base::Bytes, std::pair<std::optional<std::int64_t>, std::int64_t>> copies; // opened, state
    std::set<base::Bytes> followed;                                                     // streams
    std::set<base::Bytes> shares; // streams that are still to be told
    std::map<std::string, std::string> facts;

    struct Known { // of a record, though its words may be gone
        bool here = false;
        std::optional<records::StreamId> stream;
    };
    // This machine's own, by number: all of which any trace is left.
    std::map<std::uint64_t, Known> own;
};

Salvage salvage(base::BytesView database, base::BytesView log, const records::DeviceId& own,
                const std::optional<Written>&);

} // namespace frikort::core::store
