// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/follow.hpp"

#include "core/actions/rings.hpp"
#include "core/base/must.hpp"
#include "sync/agent/caller.hpp"
#include "sync/agent/halves.hpp"
#include "sync/agent/memory.hpp"

namespace frikort::sync::agent {

using core::base::no;
using core::records::StreamId;
using protocol::Fault;
using std::chrono::seconds;
using Why = NotFollowed::Why;

namespace {

NotFollowed refused(const Failure& failure)
{
    const auto wait = failure.wait.value_or(seconds{0});
    if (failure.fault == Fault::unknown_card) return {Why::unknown_card};
    if (failure.fault == Fault::wrong_proof) return {Why::wrong_code, failure.tries, wait};
    if (failure.fault == Fault::wait) return {Why::wait, 0, wait};
    if (failure.fault == Fault::not_compared) return {Why::busy};
    const bool silent =
        failure.end == End::no_server || failure.end == End::not_understood || failure.end == End::stopped;
    return {silent ? Why::no_server : Why::busy};
}

bool is_enrolled(core::store::Store& store)
{
    const auto work = store.begin();
    return Memory{*work}.centre().has_value();
}

// Where they are to be pulled to: all that the server has now.
std::vector<protocol::Position> note(core::store::Store& store, const protocol::FollowAnswer& answer)
{
    const auto work = store.begin();
    Memory{*work}.hear(answer.state);
    std::vector<protocol::Position> positions;
    for (const auto& stream : answer.streams) {
        if (!core::actions::has_keys_of_its_own(*work, stream)) work->copies().begin(stream);
        positions.push_back({stream, answer.state.counter});
    }
    work->commit();
    return positions;
}

} // namespace

core::base::Result<std::vector<StreamId>, NotFollowed> follow(core::store::Store& store, Transport& transport,
                                                              const core::sealing::SigningKey& device,
                                                              const core::actions::CardProof& card,
                                                              const std::stop_token& stop)
{
    if (!is_enrolled(store)) return no(NotFollowed{});
    const auto proof = core::base::Hash::from(card.proof.view());
    core::base::must(proof.has_value());
    Caller caller{store, transport, device};
    const auto body =
        caller.ask(protocol::follow_path, encode(protocol::FollowRequest{card.card, *proof, past_of(store)}));
    if (!body) return no(refused(body.error()));
    auto answer = protocol::decode_follow_answer(*body);
    if (!answer) return no(NotFollowed{});

    const auto positions = note(store, *answer);
    Round round{store, caller, core::sealing::device_of(device.open()), stop, answer->state.limits, {}};
    const auto pulled = pull_streams(round, positions);
    if (pulled == Step::again) return no(NotFollowed{Why::busy}); // restored meanwhile: the round sees to it
    if (pulled == Step::ended) return no(refused({round.outcome.end, std::nullopt, round.outcome.wait}));
    return std::move(answer->streams);
}

} // namespace frikort::sync::agent
