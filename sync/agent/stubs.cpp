// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/stubs.hpp"

#include <algorithm>

#include "sync/protocol/stub.hpp"

namespace frikort::sync::agent {

using protocol::Fault;
using protocol::Verdict;

namespace {

struct Stubs {
    protocol::PushRequest push;
    std::vector<std::uint64_t> numbers;
};

Stubs next_stubs(const Round& round, std::size_t most)
{
    const auto work = round.store.begin();
    Stubs next;
    next.push.past = Memory{*work}.past();
    auto left = bytes_at_once(round.limits);
    // A fork leaves no hole in this device's numbers.
    for (const auto& record : work->outbox().rejected(round.device, Memory{*work}.stubs(), most)) {
        auto stub = encode(protocol::without_body(record));
        if (stub.size() > left && !next.numbers.empty()) break;
        left -= std::min(left, stub.size());
        next.push.stubs.push_back(std::move(stub));
        next.numbers.push_back(core::records::decode_header(record.header)->number);
    }
    return next;
}

// How many of them the server has now; nothing when it was restored.
std::optional<std::size_t> settle(Round& round, const std::vector<std::uint64_t>& numbers,
                                  const protocol::PushAnswer& answer)
{
    const auto work = round.store.begin();
    Memory memory{*work};
    round.note(answer.state);
    const auto server = memory.hear(answer.state);
    const auto later =
        std::find_if(answer.verdicts.begin(), answer.verdicts.end(),
                     [](const Verdict& verdict) { return verdict.kind == Verdict::Kind::later; });
    const auto settled = static_cast<std::size_t>(later - answer.verdicts.begin());
    if (settled > 0 && server == Memory::Server::same) memory.keep_stubs(numbers[settled - 1]);
    work->commit();
    return server == Memory::Server::same ? std::optional{settled} : std::nullopt;
}

} // namespace

Step push_stubs(Round& round)
{
    for (auto most = most_at_once(round.limits);;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        const auto next = next_stubs(round, most);
        if (next.numbers.empty()) return Step::done;

        const auto body = round.caller.ask(protocol::push_path, encode(next.push));
        if (!body && body.error().fault == Fault::too_large && next.numbers.size() > 1) {
            most = (next.numbers.size() + 1) / 2;
            continue;
        }
        if (!body) return round.end(body.error());
        const auto answer = protocol::decode_push_answer(*body);
        if (!answer || answer->verdicts.size() != next.numbers.size()) return round.end(End::not_understood);
        const auto settled = settle(round, next.numbers, *answer);
        if (!settled) return Step::again;
        if (*settled < next.numbers.size()) return Step::done;
    }
}

} // namespace frikort::sync::agent
