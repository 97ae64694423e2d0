// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/streams.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "sync/central/api/comparing.hpp"

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

std::vector<Former> formers(const CentralWork& look, const Kiosk& kiosk)
{
    std::vector<Former> all;
    auto device = kiosk.device;
    for (auto before = kiosk.before; before && all.size() < protocol::most_formers;) {
        all.push_back({*before, fork_of(*before, device)});
        device = *before;
        const auto older = look.kiosks().find(device);
        before = older ? older->before : std::nullopt;
    }
    return all;
}

namespace {

using Listener = core::store::Stock::Listener;

// What each fork wrote is its own too; one that was enrolled anew more than once hears for each name.
std::vector<Listener> listeners(const CentralWork& look, const Kiosk& kiosk, Seconds now)
{
    std::vector<Listener> all{{kiosk.device, kiosk.centre, now - follow_lasts}};
    for (const auto& former : formers(look, kiosk)) {
        if (!all.front().fork)
            all.front().fork = former.fork;
        else
            all.push_back({former.fork, kiosk.centre, now - follow_lasts});
    }
    return all;
}

bool hears(const CentralWork& look, const std::vector<Listener>& all, const StreamId& stream)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const Listener& who) { return look.stock().hears(who, stream); });
}

using News = core::store::Stock::News;

// The oldest news of all these, each stream once with its latest.
std::vector<News> news_for(const CentralWork& look, const std::vector<Listener>& all,
                           std::span<const StreamId> also, std::uint64_t since)
{
    auto found = look.stock().news(all.front(), also, since, protocol::most_listed);
    if (all.size() == 1) return found;
    std::map<StreamId, std::uint64_t> latest;
    for (const auto& one : found) latest[one.stream] = one.counter;
    for (const auto& who : std::span{all}.subspan(1))
        for (const auto& one : look.stock().news(who, {}, since, protocol::most_listed))
            latest[one.stream] = std::max(latest[one.stream], one.counter);
    found.clear();
    for (const auto& [stream, counter] : latest) found.push_back({stream, counter});
    std::sort(found.begin(), found.end(), [](const News& a, const News& b) { return a.counter < b.counter; });
    if (found.size() > protocol::most_listed) found.resize(protocol::most_listed);
    return found;
}

// What a kiosk may read: the national stream; unless its centre is still to be compared (comparing.hpp) its
// centre's, notebooks it made keys for, and those that its centre follows; of what was erased, that it was:
// whoever can name it has it, and is to hear of it.
bool may_read(const CentralWork& look, const Kiosk& kiosk, Compared compared,
              const std::vector<Listener>& all, const StreamId& stream)
{
    if (stream == national_stream) return true;
    return compared != Compared::not_and_national_only &&
           (stream == kiosk.centre || look.stock().is_erased(stream) || hears(look, all, stream));
}

} // namespace

bool is_dated(const std::optional<Seconds>& opened, Seconds now)
{
    return opened && *opened <= now && now - *opened < std::chrono::days{1};
}

void share(CentralWork& work, const Kiosk& kiosk, const std::vector<StreamId>& notebooks, Seconds now)
{
    const auto all = listeners(work, kiosk, now);
    for (const auto& notebook : notebooks) {
        if (notebook.kind != core::records::StreamKind::notebook) continue;
        if (is_dated(work.follows().opened(kiosk.centre, notebook), now)) continue;
        if (hears(work, all, notebook)) work.follows().follow(kiosk.centre, notebook, now);
    }
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

namespace {

// When a notebook that its centre follows was opened there last.
std::optional<Seconds> opened(const CentralWork& look, const Kiosk& kiosk, const StreamId& stream,
                              Seconds now)
{
    const auto when = look.follows().opened(kiosk.centre, stream);
    return when && *when > now - follow_lasts && !look.stock().is_erased(stream) ? when : std::nullopt;
}

// What it asks from next time stays where it is, so that all that waits is news once the centre was compared.
protocol::NewsAnswer national_news(const CentralWork& look, const Kiosk& kiosk,
                                   const protocol::NewsRequest& asked, const Limits& limits, Seconds now)
{
    const std::array national{national_stream};
    const core::store::Stock::Listener nobody{};
    protocol::NewsAnswer answer{state(look, kiosk.device, asked.past, limits, now), {}, asked.since, false};
    for (const auto& news : look.stock().news(nobody, national, asked.since, 1))
        answer.streams.push_back({news.stream, news.counter});
    answer.compared = Compared::not_and_national_only;
    answer.begun = is_begun_elsewhere(look, kiosk);
    return answer;
}

} // namespace

protocol::NewsAnswer news(const CentralWork& look, const Kiosk& kiosk, const protocol::NewsRequest& asked,
                          const Limits& limits, Seconds now)
{
    const auto compared = compared_for(look, kiosk);
    if (compared == Compared::not_and_national_only) return national_news(look, kiosk, asked, limits, now);
    const std::array also{national_stream, kiosk.centre};
    const auto found = news_for(look, listeners(look, kiosk, now), also, asked.since);

    protocol::NewsAnswer answer{state(look, kiosk.device, asked.past, limits, now), {}, 0, false};
    for (const auto& news : found)
        answer.streams.push_back(
            {news.stream, news.counter, std::nullopt, opened(look, kiosk, news.stream, now)});
    answer.more = found.size() == protocol::most_listed;
    answer.upto = answer.more ? found.back().counter : answer.state.counter;
    answer.backed_up = look.backups().mark(now);
    answer.compared = compared;
    for (const auto& former : formers(look, kiosk)) answer.formers.push_back(former.device);
    return answer;
}

protocol::PullAnswer pull(const CentralWork& look, const Kiosk& kiosk, const protocol::PullRequest& asked,
                          const Limits& limits, Seconds now)
{
    protocol::PullAnswer answer{state(look, kiosk.device, asked.past, limits, now), {}, false, {}};
    const auto but =
        asked.own == protocol::PullRequest::Own::skip ? std::optional{kiosk.device} : std::nullopt;
    const auto compared = compared_for(look, kiosk);
    const auto all = listeners(look, kiosk, now);
    std::size_t records_left = limits.page_records;
    std::size_t bytes_left = limits.page_bytes;
    for (const auto& position : asked.after) {
        if (!may_read(look, kiosk, compared, all, position.stream)) continue;
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
