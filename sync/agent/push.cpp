// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <set>

#include "core/actions/settle.hpp"
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

// Its own records, forks of the device it was before (R13), and erasures that others wrote (R17): in this
// order.
enum class Of { own, fork, others };

struct Item {
    Of of;
    Header header;
    Record record;
};

struct Batch {
    std::vector<Item> items;
    std::optional<protocol::Past> past{};

    protocol::PushRequest message() const
    {
        protocol::PushRequest push{.records = {}, .past = past};
        for (const auto& [of, header, record] : items)
            (of == Of::own    ? push.records
             : of == Of::fork ? push.forks
                              : push.of_others)
                .push_back(core::records::encode(record));
        return push;
    }
};

Of whose(const Header& header, const Round& round, const std::optional<core::records::DeviceId>& before)
{
    if (header.device == round.device) return Of::own;
    return header.what == Class::erase && header.device != before ? Of::others : Of::fork;
}

// Those that must wait for another round, so that the rest can pass them.
struct Passed {
    std::set<Id> records;
    std::size_t bytes = 0;

    void add(const Item& item)
    {
        if (records.insert(item.header.id).second) bytes += core::records::encode(item.record).size();
    }
};

Batch next_batch(const Round& round, std::size_t most, const Passed& passed)
{
    const auto work = round.store.begin();
    const auto bytes = bytes_at_once(round.limits);
    const auto before = Memory{*work}.before();
    Batch batch;
    for (auto& record : work->outbox().waiting(most + passed.records.size(), bytes + passed.bytes)) {
        const auto header = core::records::decode_header(record.header);
        if (passed.records.contains(header->id) || batch.items.size() == most) continue;
        batch.items.push_back({whose(*header, round, before), *header, std::move(record)});
    }
    std::stable_sort(batch.items.begin(), batch.items.end(),
                     [](const Item& a, const Item& b) { return a.of < b.of; });
    batch.past = Memory{*work}.past();
    return batch;
}

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
    if (why == Fault::failed) { // one by one from here, as the next may be such a record too
        passed.add(batch.items[0]);
        return;
    }
    most = most_at_once(round.limits);
    const auto work = round.store.begin();
    refuse(*work, batch.items[0], "too_large");
    work->commit();
}

Step push_records(Round& round)
{
    Passed passed;
    auto most = most_at_once(round.limits);
    std::optional<Failure> put_off;
    for (int failures = 0;;) {
        if (round.stop.stop_requested()) return round.end(End::stopped);
        const auto batch = next_batch(round, most, passed);
        if (batch.items.empty()) break;

        const auto body = round.caller.ask(protocol::push_path, encode(batch.message()));
        if (!body) {
            const auto fault = body.error().fault;
            const bool can_go_around = fault == Fault::too_large || fault == Fault::failed;
            if (!can_go_around || ++failures > most_failures_in_a_row) return round.end(body.error());
            if (fault == Fault::failed) put_off = body.error();
            around(round, batch, *fault, most, passed);
            continue;
        }
        const auto answer = protocol::decode_push_answer(*body);
        if (!answer || answer->verdicts.size() != batch.items.size()) return round.end(End::not_understood);
        failures = 0;
        if (put_off) most = std::min(most * 2, most_at_once(round.limits));
        if (const auto step = keep(round, batch, *answer, passed); step != Step::done) return step;
    }
    if (put_off && !passed.records.empty()) return round.end(*put_off);
    return Step::done;
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
