// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <map>
#include <set>

#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "sync/agent/halves.hpp"

// Pages of streams, and what becomes of the records in them.
namespace frikort::sync::agent {

using core::base::no;
using core::records::Record;
using core::records::StreamId;
using core::store::Delivery;
using protocol::Position;
using protocol::PullAnswer;
using protocol::PullRequest;

namespace {

// From where each stream was asked for.
using Counters = std::map<StreamId, std::uint64_t>;

// Where this kiosk is in each stream that has news; without those that are read to the end.
std::vector<Position> unread(core::store::Store& store, const std::vector<Position>& news)
{
    std::vector<StreamId> streams;
    for (const auto& position : news) streams.push_back(position.stream);
    const auto here = read_to(store, streams);
    std::vector<Position> positions;
    for (std::size_t i = 0; i < news.size(); ++i)
        if (here[i].counter < news[i].counter) positions.push_back(here[i]);
    return positions;
}

// The page's records, all readable and of streams that were asked for.
std::optional<std::vector<Record>> readable(const PullAnswer& page, const Counters& asked)
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
bool fits(const PullAnswer& page, const Counters& asked)
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

// A notebook that this kiosk has no keys of its own for is a copy: the centre follows it (R7). One whose keys
// come back to the kiosk that made them was taken for a copy until now, and is none.
void note_copy(core::store::Work& work, const StreamId& stream, PullRequest::Own own)
{
    if (stream.kind != core::records::StreamKind::notebook) return;
    const bool known = work.copies().of(stream) != core::store::Copies::State::none;
    const bool ours = core::actions::has_keys_of_its_own(work, stream);
    if (!known && !ours) work.copies().begin(stream);
    if (known && ours && own == PullRequest::Own::send) work.copies().drop(stream);
}

// What is asked back after the database was lost is this kiosk's own, whatever its name was when it wrote it.
// Otherwise what bears an old name of it, and is not here, was written by the other machine (R13).
Delivery delivery_of(const core::records::Header& header, const Round& round)
{
    const auto& was = round.formers;
    const bool own =
        header.device == round.device || std::find(was.begin(), was.end(), header.device) != was.end();
    return own && round.own == PullRequest::Own::send ? Delivery::accepted : Delivery::foreign;
}

// What another machine wrote under the same name and number is a fork that staff released (R13). Of the two
// the second is taken for the other's: this kiosk could give back only one of them.
bool add(core::store::Work& work, const Record& record, Delivery delivery, const core::records::DeviceId& own)
{
    using core::store::Records;
    auto added = work.records().add(record, delivery);
    if (added == Records::Added::conflict && core::records::decode_header(record.header)->device != own)
        added = work.records().add_fork(record, Delivery::foreign);
    return added == Records::Added::stored;
}

Step keep_page(Round& round, const PullAnswer& page, const Counters& asked)
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
        if (header->device == round.device && round.own == PullRequest::Own::skip)
            continue; // nobody else can write it
        // What bears a number that the server has not got from this kiosk, others made up (R17).
        const bool made_up = header->device == round.device && header->number > page.state.highest;
        const bool is_new = made_up ? work->records().add_fork(record, Delivery::foreign) ==
                                          core::store::Records::Added::stored
                                    : add(*work, record, delivery_of(*header, round), round.device);
        if (is_new) changed.insert(header->stream);
    }
    for (const auto& stream : changed) {
        note_copy(*work, stream, round.own);
        work->copies().doubt(stream);
    }
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

std::vector<Position> read_to(core::store::Store& store, std::span<const StreamId> streams)
{
    const auto work = store.begin();
    const auto epoch = Memory{*work}.epoch();
    std::vector<Position> positions;
    for (const auto& stream : streams) {
        const auto cursor = work->cursors().of(stream);
        positions.push_back({stream, cursor && cursor->epoch == epoch ? cursor->counter : 0, {}});
    }
    return positions;
}

core::base::Result<PullAnswer, Step> pull_page(Round& round, std::vector<Position> after,
                                               PullRequest::Sums sums)
{
    if (round.stop.stop_requested()) return no(round.end(End::stopped));
    Counters asked;
    for (const auto& position : after) asked.emplace(position.stream, position.counter);
    const PullRequest pull{std::move(after), round.own, sums, past_of(round.store)};
    const auto body = round.caller.ask(protocol::pull_path, encode(pull));
    if (!body) return no(round.end(body.error()));
    auto page = protocol::decode_pull_answer(*body);
    if (!page) return no(round.end(End::not_understood));
    if (const auto step = keep_page(round, *page, asked); step != Step::done) return no(step);
    return std::move(*page);
}

Step pull_streams(Round& round, const std::vector<Position>& news)
{
    for (bool more = true; more;) {
        auto after = unread(round.store, news);
        if (after.empty()) return Step::done;
        const auto page = pull_page(round, std::move(after), PullRequest::Sums::no);
        if (!page) return page.error();
        more = page->more;
    }
    return Step::done;
}

} // namespace frikort::sync::agent
