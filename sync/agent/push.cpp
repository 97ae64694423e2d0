// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <limits>
#include <set>

#include "core/actions/settle.hpp"
#include "sync/agent/batch.hpp"
#include "sync/agent/halves.hpp"
#include "sync/agent/stubs.hpp"

namespace frikort::sync::agent {

using core::base::Bytes;
using core::records::Class;
using core::records::Header;
using core::records::Id;
using core::records::Record;
using core::records::StreamId;
using core::store::Delivery;
using protocol::Fault;
using protocol::Verdict;

namespace {

// Halving from any batch down to one, and several such records one behind the other, take fewer failures than
// this; more in a row, and it is not a record's fault but the server's.
constexpr int most_failures_in_a_row = 16;
constexpr auto all_at_once = std::numeric_limits<std::size_t>::max();

// A refused record with a number that stubs were already sent beyond: the stubs go back to it. What others
// wrote stands in their list.
void refuse(core::store::Work& work, const Item& item, const std::string& reason)
{
    const auto& header = item.header;
    if (item.of == Of::others) return work.outbox().mark(header.id, Delivery::foreign, "");
    work.outbox().mark(header.id, Delivery::rejected, reason);
    Memory memory{work};
    memory.keep_stubs(std::min(memory.stubs(), header.number - 1));
}

Step keep(Round& round, const Batch& batch, const protocol::PushAnswer& answer, Passed& passed)
{
    const auto work = round.store.begin();
    round.note(answer.state);
    const auto server = Memory{*work}.hear(answer.state);
    std::set<StreamId> told_keys; // of two new cards made at once it now is known which holds
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
        const auto& header = batch.items[i].header;
        const auto& verdict = answer.verdicts[i];
        switch (verdict.kind) {
        case Verdict::Kind::accepted:
        case Verdict::Kind::duplicate:
            work->outbox().mark(header.id, Delivery::accepted, verdict.reason);
            if (header.what == Class::key) told_keys.insert(header.stream);
            break;
        case Verdict::Kind::rejected:
            refuse(*work, batch.items[i], verdict.reason);
            break;
        case Verdict::Kind::erased:
            work->outbox().mark(header.id, Delivery::erased, "");
            break;
        case Verdict::Kind::later:
            passed.add(batch.items[i]);
            break;
        }
    }
    for (const auto& stream : told_keys) core::actions::settle(*work, stream);
    work->commit();
    return server == Memory::Server::restored ? Step::again : Step::done;
}

// The batch in hand cannot be taken: smaller, and when it is one record, around it.
void around(Round& round, const Batch& batch, Fault why, std::size_t& most, Passed& passed)
{
    if (batch.items.size() > 1) {
        most = (batch.items.size() + 1) / 2;
        return;
    }
    if (why != Fault::too_large) { // one by one from here, as the next may be such a record too
        passed.add_failed(batch.items[0]);
        return;
    }
    most = most_at_once(round.limits);
    const auto work = round.store.begin();
    refuse(*work, batch.items[0], "too_large");
    work->commit();
}

// What an ill record could be the reason of.
bool can_go_around(const Failure& failure)
{
    return failure.fault == Fault::too_large || failure.fault == Fault::failed ||
           failure.because == Failure::Because::unheard;
}

// Everything that waits, but what is to be passed by.
Step drain(Round& round, Passed& passed)
{
    auto most = most_at_once(round.limits);
    bool grows = false; // a line that is too thin for much stays so
    for (int failures = 0;;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        const auto batch = next_batch(round, most, passed);
        if (batch.items.empty()) return Step::done;

        const auto body = round.caller.ask(protocol::push_path, encode(batch.message()));
        if (!body) {
            const auto& failure = body.error();
            if (!can_go_around(failure)) return round.end(failure);
            if (failure.fault != Fault::too_large) round.put_off = failure;
            if (++failures > most_failures_in_a_row) return round.end(failure);
            grows = failure.fault == Fault::failed;
            around(round, batch, failure.fault.value_or(Fault::failed), most, passed);
            continue;
        }
        const auto answer = protocol::decode_push_answer(*body);
        if (!answer || answer->verdicts.size() != batch.items.size()) return round.end(End::not_understood);
        failures = 0;
        if (grows) most = std::min(most * 2, most_at_once(round.limits));
        if (const auto step = keep(round, batch, *answer, passed); step != Step::done) return step;
    }
}

// What was passed by when it was sent last.
Passed put_off_before(core::store::Store& store, const core::records::DeviceId& own)
{
    const auto work = store.begin();
    const auto upto = Memory{*work}.put_off();
    Passed passed;
    if (upto == 0) return passed;
    for (const auto& record : work->outbox().waiting(all_at_once, all_at_once)) {
        const auto header = core::records::decode_header(record.header);
        if (header->device == own && header->number <= upto) passed.add(*header, record);
    }
    return passed;
}

void keep_put_off(core::store::Store& store, std::uint64_t number)
{
    const auto work = store.begin();
    Memory memory{*work};
    if (memory.put_off() == number) return;
    memory.keep_put_off(number);
    work->commit();
}

// What was not put off before goes first, so that however many ill records there are the rest gets by.
Step push_records(Round& round)
{
    round.put_off.reset();
    auto passed = put_off_before(round.store, round.device);
    auto upto = Memory{*round.store.begin()}.put_off();
    if (!passed.records.empty()) {
        const auto step = drain(round, passed);
        upto = std::max(upto, passed.failed);
        keep_put_off(round.store, upto);
        if (step != Step::done) return step;
    }
    Passed all;
    const auto step = drain(round, all);
    keep_put_off(round.store, step == Step::done ? all.failed : std::max(upto, all.failed));
    if (!all.any_failed) round.put_off.reset();
    return step;
}

} // namespace

std::size_t most_at_once(const protocol::Limits& limits)
{
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(limits.push_records, 1, protocol::most_listed));
}

std::size_t bytes_at_once(const protocol::Limits& limits)
{
    const auto beside = protocol::envelope_size(200, most_at_once(limits), 0);
    return limits.push_bytes > beside ? limits.push_bytes - beside : 0;
}

Step push_waiting(Round& round)
{
    const auto records = push_records(round);
    if (records != Step::done) return records;
    return push_stubs(round);
}

} // namespace frikort::sync::agent
