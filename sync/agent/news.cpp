// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/actions/centre_facts.hpp"
#include "core/actions/centre_root.hpp"
#include "core/actions/rescued.hpp"
#include "sync/agent/halves.hpp"
#include "sync/agent/standing.hpp"

// What the server says that has news, and what it says beside.
namespace frikort::sync::agent {

using core::records::StreamId;
using protocol::PullRequest;

namespace {

// The server has records of this kiosk that the kiosk itself has not: it lost them. They are asked back, once
// for what the server has now; what is still missing then shows when the next number is there already (R13).
bool must_ask_back(core::store::Work& work, const Round& round, const protocol::State& state)
{
    const auto known = std::max(work.records().tip(round.device).number, Memory{work}.asked_back());
    return round.own == PullRequest::Own::skip &&
           (state.highest > known || core::actions::must_ask_all_back(work));
}

void note_asked_back(core::store::Work& work, const Round& round, const protocol::NewsAnswer& news)
{
    const bool all = round.own == PullRequest::Own::send && !news.more;
    if (!all) return;
    Memory{work}.keep_asked_back(news.state.highest);
    std::vector<core::actions::Range> has_not;
    for (const auto& range : news.state.lacks) has_not.push_back({range.first, range.last});
    core::actions::heard_all_back(work, round.device, news.state.highest, has_not);
}

protocol::NewsRequest news_request(core::store::Store& store)
{
    const auto work = store.begin();
    auto opened = work->copies().undated();
    if (opened.size() > protocol::most_listed) opened.resize(protocol::most_listed);
    const auto now = standing(*work);
    const Memory memory{*work};
    return {.since = memory.since(),
            .opened = std::move(opened),
            .told = protocol::NewsRequest::Told{now.waiting, now.refused, now.differing},
            .past = memory.past(),
            .root = core::actions::kept_root(*work),
            .shared = shares_to_tell(*work)};
}

// Copies end when they were not opened for long: their cards must be proved again. A date far ahead of the
// server's clock is from when it ran ahead: that it is wrong the server is told as well.
void date_copies(core::store::Work& work, const std::vector<StreamId>& opened, std::chrono::sys_seconds now)
{
    work.copies().date(opened, now);
    work.copies().undate_after(now + clocks_apart);
    Memory{work}.end_copies(now - copies_last);
}

void begin_news(core::store::Store& store)
{
    const auto work = store.begin();
    if (Memory{*work}.begin_news()) work->commit();
}

// All that these news spoke of is here.
void keep_heard(core::store::Work& work, const Round& round, const protocol::NewsAnswer& news)
{
    Memory memory{work};
    memory.keep_since(news.upto);
    if (!news.more) memory.keep_heard_all();
    note_asked_back(work, round, news);
}

Step hear(Round& round, const protocol::NewsRequest& asked, const protocol::NewsAnswer& news)
{
    const auto work = round.store.begin();
    Memory memory{*work};
    round.note(news.state);
    round.formers = news.formers;
    const bool same = memory.hear(news.state) == Memory::Server::same;
    if (same) keep_followed(*work, news);
    date_copies(*work, asked.opened, news.state.time);
    if (same) {
        keep_shared(*work, asked.shared, news);
        memory.let_go(news.backed_up);
    }
    memory.keep_compared(news.compared);
    core::actions::note_begun_elsewhere(*work, news.begun);
    // Nothing is given back before the office has compared the centre's keys.
    const bool gives_back = memory.compared() != Compared::not_and_national_only;
    const bool ask_back = same && gives_back && must_ask_back(*work, round, news.state);
    if (ask_back) {
        round.own = PullRequest::Own::send;
        memory.forget_pages();
    } else if (same && news.streams.empty()) {
        keep_heard(*work, round, news);
    }
    work->commit();
    return same && !ask_back ? Step::done : Step::again;
}

} // namespace

Step pull_news(Round& round)
{
    begin_news(round.store);
    for (bool more = true; more;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        auto asked = news_request(round.store);
        const auto box = half_box(round.store, round.half);
        if (box) asked.half_to = box->open();
        const auto body = round.caller.ask(protocol::news_path, encode(asked));
        if (!body) return round.end(body.error());
        const auto news = protocol::decode_news_answer(*body);
        if (!news || (news->more && news->upto <= asked.since)) return round.end(End::not_understood);
        take_halves(round.store, round.half, box, *news);
        if (const auto step = hear(round, asked, *news); step != Step::done) return step;
        if (!news->streams.empty()) {
            if (const auto step = pull_streams(round, news->streams); step != Step::done) return step;
            const auto work = round.store.begin();
            keep_heard(*work, round, *news);
            work->commit();
        }
        more = news->more;
    }
    return Step::done;
}

} // namespace frikort::sync::agent
