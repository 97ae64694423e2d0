// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/store/central_batch.hpp"

// Not for other rooms.
namespace frikort::core::store {

// An engine's table of what lacks of each device's chain.
class Gaps {
public:
    virtual ~Gaps() = default;
    virtual void lack(const records::DeviceId&, const Stock::Range&) = 0;
    // The gap in which this number lies is none any more; nothing where there was none.
    virtual std::optional<Stock::Range> take_out(const records::DeviceId&, std::uint64_t number) = 0;
    // From the records themselves, however long that takes.
    virtual void count_anew(const records::DeviceId&) = 0;
};

// What this batch left and filled, when its records are written. A device of whose gaps an older program,
// which noted none, served last is counted anew.
void note_gaps(Gaps&, const Batch&);

} // namespace frikort::core::store
