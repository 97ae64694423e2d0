// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/store/memory/ports.hpp"

namespace frikort::core::store::memory {

using records::StreamId;

void MemoryShares::note(const StreamId& stream)
{
    desk_.journal().put(desk_.tables().shares, stream, std::nullopt);
}

bool MemoryShares::is_here_alone(const StreamId& stream) const
{
    const auto& tables = desk_.tables();
    for (auto at = tables.by_stream.lower_bound({stream, 0});
         at != tables.by_stream.end() && at->first.first == stream; ++at) {
        const auto& [delivery, reason] = tables.standing.at(at->second);
        if (delivery == Delivery::waiting || (delivery == Delivery::rejected && reason == fork_word))
            return true;
    }
    return false;
}

std::vector<StreamId> MemoryShares::untold(std::size_t most)
{
    std::vector<StreamId> streams;
    for (const auto& [stream, told] : desk_.tables().shares)
        if (!told && streams.size() < most && !is_here_alone(stream)) streams.push_back(stream);
    return streams;
}

void MemoryShares::told(const std::vector<StreamId>& streams, std::chrono::sys_seconds now)
{
    for (const auto& stream : streams)
        if (desk_.tables().shares.contains(stream)) desk_.journal().put(desk_.tables().shares, stream, now);
}

void MemoryShares::tell_again(std::chrono::sys_seconds since)
{
    std::vector<StreamId> again;
    for (const auto& [stream, told] : desk_.tables().shares)
        if (told && *told >= since) again.push_back(stream);
    for (const auto& stream : again) note(stream);
}

} // namespace frikort::core::store::memory
