// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <stop_token>

#include "sync/agent/caller.hpp"
#include "sync/agent/half.hpp"
#include "sync/agent/memory.hpp"

// The two halves of a round. Not for other rooms.
namespace frikort::sync::agent {

enum class Step {
    done,
    again, // the server was restored: the round begins anew
    ended, // `outcome.end` says why
};

// One round under way.
struct Round {
    core::store::Store& store;
    Caller& caller;
    core::records::DeviceId device;
    const std::stop_token& stop;
    protocol::Limits limits; // as the server stated them last
    Outcome outcome;
    // Whether this kiosk's own records are asked for as well.
    protocol::PullRequest::Own own = protocol::PullRequest::Own::skip;
    // Which devices it was before, as the server's news say.
    std::vector<core::records::DeviceId> formers{};
    WantedHalf* half = nullptr; // of the pepper, where it is wanted
    bool server_failed = false; // with a fault of its own, in the request that ended it last
    // Some of what waits could not be sent, and was passed by: why. The round goes on, and ends with it.
    std::optional<Failure> put_off{};

    Step end(End why, const std::optional<std::chrono::seconds>& wait = {})
    {
        outcome.end = why;
        outcome.wait = wait;
        return Step::ended;
    }
    Step end(const Failure& failure)
    {
        server_failed = failure.fault == protocol::Fault::failed;
        return end(failure.end, failure.wait);
    }
    void note(const protocol::State& state)
    {
        limits = state.limits;
        outcome.server_time = state.time;
    }
};

// What this kiosk says of the server's past in each request (R6).
std::optional<protocol::Past> past_of(core::store::Store&);

// How much one push may bring, by the limits the server stated.
std::size_t most_at_once(const protocol::Limits&);
std::size_t bytes_at_once(const protocol::Limits&); // of records or stubs

// What the server says that has news, all of it; what it says beside is kept.
Step pull_news(Round&);
// All pages of these streams, as far as they are not here; up to the counters named.
Step pull_streams(Round&, const std::vector<protocol::Position>&);
// The next page of these streams, asked for and kept: its records and its cursors in one transaction (R8).
core::base::Result<protocol::PullAnswer, Step> pull_page(Round&, std::vector<protocol::Position> after,
                                                         protocol::PullRequest::Sums);
// Up to where this kiosk has read each of these streams, as the server counts since it was last restored.
std::vector<protocol::Position> read_to(core::store::Store&, std::span<const core::records::StreamId>);
Step push_waiting(Round&);
// Notebooks in which something was written here for the centre's staff, and of which the server has all that
// this kiosk wrote: it is told in the next news. Those it saw to are told.
std::vector<core::records::StreamId> shares_to_tell(core::store::Work&);
bool has_shares_to_tell(core::store::Store&);
void keep_shared(core::store::Work&, const std::vector<core::records::StreamId>& asked,
                 const protocol::NewsAnswer&);
// What the centre follows is a copy here, and lasts as long as the server says it does.
void keep_followed(core::store::Work&, const protocol::NewsAnswer&);
// Offers what others wrote in these streams: it may be here alone, and its kiosk gone (R15).
Step bring_back(Round&, std::span<const core::records::StreamId>);
// Once a day: every stream here and at the server; where they differ each side gets what it lacks (R15).
Step check_sums(Round&);

} // namespace frikort::sync::agent
