// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <utility>

#include "core/store/salvage.hpp"

namespace frikort::core::store {

// What was carved of records, each part by itself: which belong together is still to be proved.
struct Traces {
    // A row of `record`: what a stranger may see.
    struct Line {
        base::Id id;
        records::DeviceId device;
        std::uint64_t number = 0;
        base::Hash previous, digest;
        std::optional<records::StreamId> stream; // nothing once it is erased
        Delivery delivery = Delivery::waiting;
        std::string reason;
    };
    struct Body {
        base::Bytes header, body;
    };
    // By the order in which the machine got them; several where a page has older versions.
    std::map<std::int64_t, std::vector<Line>> lines;
    std::map<std::int64_t, std::vector<Body>> bodies;
    std::map<std::int64_t, std::vector<std::pair<base::Hash, base::Hash>>> digests; // of header and body
    std::set<std::int64_t> let_go;
    std::map<std::uint64_t, std::int64_t> places;      // of own numbers, by an index
    std::map<std::int64_t, records::StreamId> streams; // by an index
};

// Tells by a row's form which table it was of; what needs no proof is salvaged at once. A row of no table is
// passed over.
void sort_in(CarvedRow&&, const records::DeviceId& own, Traces&, Salvage&);

} // namespace frikort::core::store
