// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_gaps.hpp"

namespace frikort::core::store {

void note_gaps(Gaps& gaps, const Batch& batch)
{
    const auto lack = [&gaps](const records::DeviceId& device, std::uint64_t first, std::uint64_t last) {
        if (first <= last) gaps.lack(device, {first, last});
    };
    std::set<records::DeviceId> counted_anew;
    for (const auto& run : batch.runs()) {
        if (counted_anew.contains(run.device)) continue;
        if (run.is_ahead()) {
            lack(run.device, run.highest + 1, run.first - 1);
        } else if (const auto gap = gaps.take_out(run.device, run.first)) {
            lack(run.device, gap->first, run.first - 1);
            lack(run.device, run.last + 1, gap->last);
        } else {
            gaps.count_anew(run.device);
            counted_anew.insert(run.device);
        }
    }
}

} // namespace frikort::core::store
