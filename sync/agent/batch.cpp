// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/batch.hpp"

#include <algorithm>

namespace frikort::sync::agent {

using core::records::Class;
using core::records::Header;

namespace {

// `before`: what it was called last; of earlier names the server's news speak.
Of whose(const Header& header, const Round& round, const std::optional<core::records::DeviceId>& before)
{
    if (header.device == round.device) return Of::own;
    const auto& was = round.formers;
    const bool itself =
        header.device == before || std::find(was.begin(), was.end(), header.device) != was.end();
    return header.what == Class::erase && !itself ? Of::others : Of::fork;
}

// The server takes own records of a push before its forks: what was written after a fork goes behind it.
bool fits(Of of, const Batch& batch)
{
    return of != Of::own || std::none_of(batch.items.begin(), batch.items.end(),
                                         [](const Item& item) { return item.of == Of::fork; });
}

} // namespace

protocol::PushRequest Batch::message() const
{
    protocol::PushRequest push{.records = {}, .past = past};
    for (const auto& [of, header, record] : items)
        (of == Of::own    ? push.records
         : of == Of::fork ? push.forks
                          : push.of_others)
            .push_back(core::records::encode(record));
    return push;
}

Batch next_batch(const Round& round, std::size_t most, Passed& passed)
{
    const auto work = round.store.begin();
    const auto bytes = bytes_at_once(round.limits);
    const auto before = Memory{*work}.before();
    Batch batch;
    for (auto left = passed.records.size() + 1; batch.items.empty() && left != passed.records.size();) {
        left = passed.records.size();
        for (auto& record : work->outbox().waiting(most + left, bytes + passed.bytes)) {
            const auto header = core::records::decode_header(record.header);
            if (passed.holds(*header)) {
                passed.add(*header, record);
                continue;
            }
            const auto of = whose(*header, round, before);
            if (batch.items.size() < most && fits(of, batch))
                batch.items.push_back({of, *header, std::move(record)});
        }
    }
    std::stable_sort(batch.items.begin(), batch.items.end(),
                     [](const Item& a, const Item& b) { return a.of < b.of; });
    batch.past = Memory{*work}.past();
    return batch;
}

} // namespace frikort::sync::agent
