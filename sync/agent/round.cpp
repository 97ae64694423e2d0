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
    const bool push =
        pulled == Step::done || (pulled == Step::ended && round.outcome.end == End::not_understood);
    if (!push) return pulled;
    const auto pushed = push_waiting(round);
    return pushed == Step::done ? pulled : pushed;
}

} // namespace

Outcome run_round(core::store::Store& store, Transport& transport, const core::sealing::SigningKey& device,
                  const std::stop_token& stop)
{
    if (!is_enrolled(store)) return {End::not_enrolled, {}, {}, {}};
    Caller caller{store, transport, device};
    Round round{store, caller, core::sealing::device_of(device.open()), stop, {}, {}};
    for (int beginning = 0; beginning < most_beginnings; ++beginning) {
        round.outcome.end = End::done;
        if (one_pass(round) != Step::again) return std::move(round.outcome);
    }
    round.outcome.end = End::not_understood;
    return std::move(round.outcome);
}

} // namespace frikort::sync::agent
