// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/streams.hpp"

#include <algorithm>
#include <array>

namespace frikort::sync::central::api {

using core::records::StreamId;
using core::store::CentralWork;
using core::store::Kiosk;
using core::store::Seconds;
using protocol::Limits;

namespace {

constexpr std::size_t most_ranges = 50;

} // namespace

core::records::DeviceId fork_of(const core::records::DeviceId& before, const core::records::DeviceId& now)
{
    const auto name = core::records::digest(core::base::ByteWriter{}
                                                .sized(core::base::view_of("frikort fork"))
                                                .raw(before.view())
                                                .raw(now.view())
                                                .take());
    return *core::records::DeviceId::from(name.view().first(core::records::DeviceId::size));
}

namespace {

core::store::Stock::Listener listener(const Kiosk& kiosk, Seconds now)
{
    const auto fork = kiosk.before ? std::optional{fork_of(*kiosk.before, kiosk.device)} : std::nullopt;
    return {kiosk.device, kiosk.centre, now - follow_lasts, fork};
}

} // namespace

bool may_read(const CentralWork& look, const Kiosk& kiosk, const StreamId& stream, Seconds now)
{
    return stream == national_stream || stream == kiosk.centre ||
           look.stock().hears(listener(kiosk, now), stream);
}

protocol::State state(const CentralWork& look, const core::records::DeviceId& device,
                      const std::optional<protocol::Past>& past, const Limits& limits, Seconds now)
{
    const auto standing = look.stock().standing();
    const auto held = look.stock().held_from(device, most_ranges);
    protocol::State state{standing.epoch, standing.counter, held.highest, {}, now, limits};
    state.mark = protocol::Mark::from(standing.mark.view());
    state.other_past =
        past && !look.stock().was_at(past->counter, *core::store::Mark::from(past->mark.view()));
    for (const auto& range : held.lacks) state.lacks.push_back({range.first, range.last});
    return state;
}

protocol::NewsAnswer news(const CentralWork& look, const Kiosk& kiosk, const protocol::NewsRequest& asked,
                          const Limits& limits, Seconds now)
{
    const std::array also{national_stream, kiosk.centre};
    const auto found = look.stock().news(listener(kiosk, now), also, asked.since, protocol::most_listed);

    protocol::NewsAnswer answer{state(look, kiosk.device, asked.past, limits, now), {}, 0, false};
    for (const auto& news : found) answer.streams.push_back({news.stream, news.counter});
    answer.more = found.size() == protocol::most_listed;
    answer.upto = answer.more ? found.back().counter : answer.state.counter;
    return answer;
}

protocol::PullAnswer pull(const CentralWork& look, const Kiosk& kiosk, const protocol::PullRequest& asked,
                          const Limits& limits, Seconds now)
{
    protocol::PullAnswer answer{state(look, kiosk.device, asked.past, limits, now), {}, false, {}};
    const auto but =
        asked.own == protocol::PullRequest::Own::skip ? std::optional{kiosk.device} : std::nullopt;
    std::size_t records_left = limits.page_records;
    std::size_t bytes_left = limits.page_bytes;
    for (const auto& position : asked.after) {
        if (!may_read(look, kiosk, position.stream, now)) continue;
        if (records_left == 0 || bytes_left == 0) {
            answer.more = true;
            break;
        }
        auto page = look.stock().page(position.stream, position.counter, records_left, bytes_left, but);
        records_left -= page.records.size();
        for (auto& record : page.records) {
            bytes_left -= std::min(bytes_left, record.size());
            answer.records.push_back(std::move(record));
        }
        answer.upto.push_back({position.stream, page.counter});
        if (!page.more && asked.sums == protocol::PullRequest::Sums::yes)
            answer.upto.back().sum = look.stock().sum(position.stream);
        if (page.more) {
            answer.more = true;
            break;
        }
    }
    return answer;
}

} // namespace frikort::sync::central::api
