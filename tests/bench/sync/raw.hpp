// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/bench/sync/crowd.hpp"

namespace frikort::tests::bench {

// Rows a second, durable, that the engine takes at this many a commit, from one connection.
struct Raw {
    double bare = 0;   // bytes into a table without an index
    double unique = 0; // id, device, number and bytes, where id and device with number are unique: less would
                       // not be R1
};
Raw raw_rates(Engine, std::size_t at_once);

} // namespace frikort::tests::bench
