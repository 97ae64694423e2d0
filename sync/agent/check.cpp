// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/records/sum.hpp"
#include "sync/agent/halves.hpp"

// Is what is here what is there? (R15)
namespace frikort::sync::agent {

using core::records::StreamId;
using core::store::Delivery;
using protocol::Position;
using protocol::PullRequest;

namespace {

constexpr std::chrono::hours between_checks{24};
constexpr std::size_t at_once = 200; // streams in one request

// A server's clock that ran back by years does not put it off.
bool is_due(core::store::Store& store, const Outcome& outcome)
{
    const auto work = store.begin();
    const auto last = Memory{*work}.checked();
    if (!outcome.server_time) return false;
    return !last || *last > *outcome.server_time || *outcome.server_time - *last >= between_checks;
}

// Copies that ended as well: of those the server says nothing, unless they were erased. So a centre hears of
// an erasure too when a restored server does not know any more that it ever followed the notebook.
std::vector<StreamId> all_streams(core::store::Store& store) { return store.begin()->cursors().followed(); }

// Over what the server acknowledged or sent; nothing while it has still to say something of it.
std::optional<core::base::Hash> own_sum(core::store::Work& work, const StreamId& stream)
{
    core::records::Sum sum;
    for (const auto& record : work.records().of_stream(stream)) {
        const auto id = core::records::decode_header(record.header)->id;
        const auto standing = work.outbox().standing(id);
        if (!standing || standing->delivery == Delivery::waiting) return std::nullopt;
        if (standing->delivery == Delivery::accepted || standing->delivery == Delivery::foreign)
            sum.add(id, record.hash());
    }
    return sum.value();
}

// Of the streams that the server read to their end, those that are not the same here. What is the same may go
// one day (R5).
void add_differing(core::store::Store& store, const std::vector<Position>& told, std::vector<StreamId>& found)
{
    const auto work = store.begin();
    for (const auto& position : told) {
        if (!position.sum) continue;
        const auto here = own_sum(*work, position.stream);
        if (here && *here == *position.sum)
            work->copies().confirm(position.stream, position.counter);
        else
            work->copies().doubt(position.stream);
        if (here && *here != *position.sum) found.push_back(position.stream);
    }
    work->commit();
}

Step compare_some(Round& round, std::span<const StreamId> streams, std::vector<StreamId>& found)
{
    for (bool more = true; more;) {
        const auto page = pull_page(round, read_to(round.store, streams), PullRequest::Sums::yes);
        if (!page) return page.error();
        more = page->more; // and then all of them are told again
        if (!more) add_differing(round.store, page->upto, found);
    }
    return Step::done;
}

Step compare(Round& round, std::span<const StreamId> streams, std::vector<StreamId>& found)
{
    for (; !streams.empty(); streams = streams.subspan(std::min(at_once, streams.size()))) {
        const auto some = streams.first(std::min(at_once, streams.size()));
        if (const auto step = compare_some(round, some, found); step != Step::done) return step;
    }
    return Step::done;
}

// All of these streams again, in both directions.
void begin_anew(core::store::Store& store, std::span<const StreamId> streams)
{
    const auto work = store.begin();
    const auto epoch = Memory{*work}.epoch();
    for (const auto& stream : streams) {
        work->cursors().move(stream, {epoch, 0});
        for (const auto& record : work->records().of_stream(stream)) {
            const auto id = core::records::decode_header(record.header)->id;
            if (work->outbox().standing(id)->delivery == Delivery::accepted)
                work->outbox().mark(id, Delivery::waiting, "");
        }
    }
    work->commit();
}

} // namespace

Step check_sums(Round& round)
{
    if (!is_due(round.store, round.outcome)) return Step::done;
    std::vector<StreamId> differing;
    std::vector<StreamId> still;
    if (const auto step = compare(round, all_streams(round.store), differing); step != Step::done)
        return step;
    if (!differing.empty()) {
        begin_anew(round.store, differing);
        if (const auto step = push_waiting(round); step != Step::done) return step;
        round.own = PullRequest::Own::send;
        if (const auto step = compare(round, differing, still); step != Step::done) return step;
    }
    if (!still.empty()) {
        if (const auto step = bring_back(round, still); step != Step::done) return step;
        differing = std::move(still);
        still.clear();
        if (const auto step = compare(round, differing, still); step != Step::done) return step;
    }
    const auto work = round.store.begin();
    Memory{*work}.keep_check(*round.outcome.server_time, still.size());
    work->commit();
    return Step::done;
}

} // namespace frikort::sync::agent
