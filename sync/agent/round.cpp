// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/round.hpp"

#include "sync/agent/caller.hpp"
#include "sync/agent/halves.hpp"
#include "sync/agent/memory.hpp"

namespace frikort::sync::agent {

namespace {

// A server that says in every answer that it was restored is not one of ours.
constexpr int most_beginnings = 3;

bool is_enrolled(core::store::Store& store)
{
    const auto work = store.begin();
    return Memory{*work}.centre().has_value();
}

// What cannot be read coming in is no reason to keep what goes out.
Step one_pass(Round& round)
{
    const auto pulled = pull_news(round);
    const bool can_take = round.outcome.end == End::not_understood || round.server_failed;
    const bool push = pulled == Step::done || (pulled == Step::ended && can_take);
    if (!push) return pulled;
    const bool told_all = !has_shares_to_tell(round.store);
    const auto pushed = push_waiting(round);
    if (pushed != Step::done || pulled != Step::done) return pushed == Step::done ? pulled : pushed;
    // Colleagues at another kiosk need not wait for the next round.
    if (told_all && has_shares_to_tell(round.store))
        if (const auto told = pull_news(round); told != Step::done) return told;
    const auto checked = check_sums(round);
    return checked == Step::done && round.put_off ? round.end(*round.put_off) : checked;
}

Outcome go_round(core::store::Store& store, Transport& transport, const core::sealing::SigningKey& device,
                 const std::stop_token& stop, WantedHalf* half)
{
    if (!is_enrolled(store)) return {End::not_enrolled, {}, {}, {}};
    Caller caller{store, transport, device};
    Round round{store, caller, core::sealing::device_of(device.open()), stop, {}, {}};
    round.half = half;
    for (int beginning = 0; beginning < most_beginnings; ++beginning) {
        round.outcome.end = End::done;
        if (one_pass(round) != Step::again) return std::move(round.outcome);
    }
    round.outcome.end = End::not_understood;
    return std::move(round.outcome);
}

// Written only when it is another than before.
void keep_trouble(core::store::Store& store, End end)
{
    if (end == End::stopped) return;
    const auto work = store.begin();
    Memory memory{*work};
    if (memory.trouble() == trouble_of(end)) return;
    memory.keep_trouble(trouble_of(end));
    work->commit();
}

} // namespace

std::optional<protocol::Past> past_of(core::store::Store& store)
{
    const auto work = store.begin();
    return Memory{*work}.past();
}

std::optional<Trouble> trouble_of(End end)
{
    switch (end) {
    case End::done:
    case End::not_enrolled:
    case End::stopped:
        return std::nullopt;
    case End::no_server:
        return Trouble::no_server;
    case End::not_understood:
        return Trouble::not_our_server;
    case End::busy:
        return Trouble::server_busy;
    case End::turned_away:
        return Trouble::turned_away;
    case End::frozen:
        return Trouble::frozen;
    case End::too_old:
        return Trouble::too_old;
    case End::disk_failed:
        return Trouble::disk_failed;
    }
    return std::nullopt;
}

Outcome run_round(core::store::Store& store, Transport& transport, const core::sealing::SigningKey& device,
                  const std::stop_token& stop, WantedHalf* half)
{
    auto outcome = go_round(store, transport, device, stop, half);
    keep_trouble(store, outcome.end);
    return outcome;
}

} // namespace frikort::sync::agent
