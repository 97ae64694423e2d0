// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <map>
#include <set>

#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "sync/agent/halves.hpp"

namespace frikort::sync::agent {

using core::records::Record;
using core::records::StreamId;
using core::store::Delivery;
using protocol::Position;

namespace {

using Counters = std::map<StreamId, std::uint64_t>;

// Where this kiosk is in each stream that has news; without those that are read to the end.
std::vector<Position> unread(core::store::Store& store, const std::vector<Position>& news)
{
    const auto work = store.begin();
    const auto epoch = Memory{*work}.epoch();
    std::vector<Position> positions;
    for (const auto& position : news) {
        const auto cursor = work->cursors().of(position.stream);
        const auto counter = cursor && cursor->epoch == epoch ? cursor->counter : 0;
        if (counter < position.counter) positions.push_back({position.stream, counter});
    }
    return positions;
}

// The page's records, all readable and of streams that were asked for.
std::optional<std::vector<Record>> readable(const protocol::PullAnswer& page, const Counters& asked)
{
    std::vector<Record> records;
    for (const auto& bytes : page.records) {
        auto record = core::records::decode_record(bytes);
        if (!record || !asked.contains(core::records::decode_header(record->header)->stream))
            return std::nullopt;
        records.push_back(std::move(*record));
    }
    return records;
}

// A cursor only ever moves forward, and only in what was asked for.
bool fits(const protocol::PullAnswer& page, const Counters& asked)
{
    const auto is_ahead = [&](const Position& position) {
        const auto before = asked.find(position.stream);
        return before != asked.end() && position.counter >= before->second;
    };
    const auto moved = [&](const Position& position) { return position.counter > asked.at(position.stream); };
    return std::all_of(page.upto.begin(), page.upto.end(), is_ahead) &&
           (!page.more || std::any_of(page.upto.begin(), page.upto.end(), moved));
}

void note_changed(Outcome& outcome, const StreamId& stream)
{
    const auto known = std::find(outcome.changed.begin(), outcome.changed.end(), stream);
    if (known == outcome.changed.end()) outcome.changed.push_back(stream);
}

// A notebook that this kiosk has no keys of its own for is a copy: the centre follows it (R7).
void note_copy(core::store::Work& work, const StreamId& stream)
{
    const bool copy = stream.kind == core::records::StreamKind::notebook &&
                      work.copies().of(stream) == core::store::Copies::State::none &&
                      !core::actions::has_keys_of_its_own(work, stream);
    if (copy) work.copies().begin(stream);
}

// The page and its cursors in one transaction (R8).
Step keep(Round& round, const protocol::PullAnswer& page, const Counters& asked)
{
    const auto records = readable(page, asked);
    if (!records || !fits(page, asked)) return round.end(End::not_understood);

    const auto work = round.store.begin();
    Memory memory{*work};
    round.note(page.state);
    if (memory.hear(page.state) == Memory::Server::restored) {
        work->commit();
        return Step::again;
    }
    std::set<StreamId> changed;
    for (const auto& record : *records) {
        const auto header = core::records::decode_header(record.header);
        if (header->device == round.device) continue; // ours: we have it, and nobody else can write it
        if (work->records().add(record, Delivery::foreign) == core::store::Records::Added::stored) {
            changed.insert(header->stream);
        }
    }
    for (const auto& stream : changed) note_copy(*work, stream);
    // Cards that open no more, and erasures, hold from the moment they are known.
    for (const auto& position : page.upto) {
        work->cursors().move(position.stream, {page.state.epoch, position.counter});
        const bool all = !page.more || position.stream != page.upto.back().stream;
        if (all) work->copies().arrived(position.stream);
        core::actions::settle(*work, position.stream);
    }
    for (const auto& stream : changed) core::actions::settle(*work, stream);
    work->commit();
    for (const auto& stream : changed) note_changed(round.outcome, stream);
    return Step::done;
}

} // namespace

Step pull_streams(Round& round, const std::vector<Position>& news)
{
    for (bool more = true; more;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        protocol::PullRequest pull{unread(round.store, news), protocol::PullRequest::Own::skip};
        if (pull.after.empty()) return Step::done;
        const auto body = round.caller.ask(protocol::pull_path, encode(pull));
        if (!body) return round.end(body.error());
        const auto page = protocol::decode_pull_answer(*body);
        if (!page) return round.end(End::not_understood);
        Counters asked;
        for (const auto& position : pull.after) asked.emplace(position.stream, position.counter);
        if (const auto step = keep(round, *page, asked); step != Step::done) return step;
        more = page->more;
    }
    return Step::done;
}

namespace {

protocol::NewsRequest news_request(core::store::Store& store)
{
    const auto work = store.begin();
    auto opened = work->copies().undated();
    if (opened.size() > protocol::most_listed) opened.resize(protocol::most_listed);
    return {Memory{*work}.since(), std::move(opened)};
}

// Copies end when they were not opened for long: their cards must be proved again.
void date_copies(core::store::Work& work, const std::vector<StreamId>& opened, std::chrono::sys_seconds now)
{
    work.copies().date(opened, now);
    for (const auto& stream : work.copies().end_unopened(now - copies_last))
        for (const auto& slot : work.slots().of_stream(stream)) work.slots().remove(slot);
}

} // namespace

Step pull_news(Round& round)
{
    for (bool more = true; more;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        const auto asked = news_request(round.store);
        const auto body = round.caller.ask(protocol::news_path, encode(asked));
        if (!body) return round.end(body.error());
        const auto news = protocol::decode_news_answer(*body);
        if (!news || (news->more && news->upto <= asked.since)) return round.end(End::not_understood);

        const auto hear = [&](bool all_pulled) {
            const auto work = round.store.begin();
            Memory memory{*work};
            round.note(news->state);
            const auto server = memory.hear(news->state);
            date_copies(*work, asked.opened, news->state.time);
            if (server == Memory::Server::same && all_pulled) memory.keep_since(news->upto);
            work->commit();
            return server;
        };
        if (!news->streams.empty()) {
            if (hear(false) == Memory::Server::restored) return Step::again;
            if (const auto step = pull_streams(round, news->streams); step != Step::done) return step;
            const auto work = round.store.begin();
            Memory{*work}.keep_since(news->upto);
            work->commit();
        } else if (hear(true) == Memory::Server::restored) {
            return Step::again;
        }
        more = news->more;
    }
    return Step::done;
}

} // namespace frikort::sync::agent
