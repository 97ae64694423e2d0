// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "sync/agent/halves.hpp"

// What others wrote, and the server has lost. It is told, and nothing of it waits: the server takes it of
// devices that it hears no more, and what it does not take stays as it is.
namespace frikort::sync::agent {

using core::base::Bytes;
using core::records::Record;
using core::records::StreamId;
using core::store::Delivery;
using protocol::Fault;

namespace {

// In the order of their devices' numbers, so that each finds the one before it.
std::vector<Bytes> of_others(core::store::Store& store, std::span<const StreamId> streams)
{
    const auto work = store.begin();
    std::vector<std::pair<std::pair<core::records::DeviceId, std::uint64_t>, Bytes>> found;
    for (const auto& stream : streams)
        for (const auto& record : work->records().of_stream(stream)) {
            const auto header = core::records::decode_header(record.header);
            const auto standing = work->outbox().standing(header->id);
            if (standing && standing->delivery == Delivery::foreign)
                found.push_back({{header->device, header->number}, core::records::encode(record)});
        }
    std::sort(found.begin(), found.end());
    std::vector<Bytes> bytes;
    for (auto& [number, record] : found) bytes.push_back(std::move(record));
    return bytes;
}

std::size_t fitting(std::span<const Bytes> records, std::size_t most, std::size_t bytes)
{
    std::size_t count = 0;
    for (std::size_t used = 0; count < std::min(most, records.size()); ++count) {
        used += records[count].size();
        if (used > bytes && count > 0) break;
    }
    return count;
}

} // namespace

Step bring_back(Round& round, std::span<const StreamId> streams)
{
    const auto all = of_others(round.store, streams);
    auto most = most_at_once(round.limits);
    for (std::span<const Bytes> left = all; !left.empty();) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        const auto some = left.first(fitting(left, most, bytes_at_once(round.limits)));
        const protocol::PushRequest push{
            .records = {}, .of_others = {some.begin(), some.end()}, .past = past_of(round.store)};
        const auto body = round.caller.ask(protocol::push_path, encode(push));
        const bool too_large = !body && body.error().fault == Fault::too_large;
        if (too_large && some.size() > 1) {
            most = (some.size() + 1) / 2;
            continue;
        }
        if (!body && !too_large) return round.end(body.error());
        left = left.subspan(some.size());
        if (too_large) continue;
        const auto answer = protocol::decode_push_answer(*body);
        if (!answer) return round.end(End::not_understood);
        round.note(answer->state);
        const auto work = round.store.begin();
        const auto server = Memory{*work}.hear(answer->state);
        work->commit();
        if (server == Memory::Server::restored) return Step::again;
    }
    return Step::done;
}

} // namespace frikort::sync::agent
