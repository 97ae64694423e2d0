// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "core/actions/card_proof.hpp"
#include "core/base/chance.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"
#include "sync/agent/follow.hpp"
#include "sync/agent/round.hpp"
#include "sync/agent/transport.hpp"

namespace frikort::sync::agent {

// After each round. Says what changed; whoever hears it reads the store again.
using News = Outcome;

struct Pace {
    std::chrono::milliseconds every{60'000};      // between rounds that went well
    std::chrono::milliseconds first_retry{5'000}; // then twice as long each time
    std::chrono::milliseconds longest_retry{600'000};
};

// The thread that keeps a kiosk in step with the server: a round at once, then at its pace, with jitter
// (R14), and whenever it is asked. Nothing on the kiosk waits for it.
class Agent {
public:
    // All of them must outlive the agent. The store is this thread's own: nobody else uses it meanwhile.
    // `post` is called on the agent's thread; it hands the news on (a Mailbox) and returns. `half`: where
    // this kiosk wants the server's half of its pepper; used by the agent's thread alone.
    Agent(core::store::Store& own, Transport&, const core::sealing::SigningKey& device,
          core::base::Chance& own_chance, Pace, std::function<void(News)> post, WantedHalf* half = nullptr);
    // Stops at once, whatever is under way.
    ~Agent();

    // A round as soon as possible: something was written, or a person asked.
    void sync_now();

    using Followed = core::base::Result<std::vector<core::records::StreamId>, NotFollowed>;
    // Somebody stands at the screen with a card that is not known here: before anything else, and into a
    // round that is under way, as soon as its request is answered. `tell` is called on the agent's thread. A
    // card that was still to be asked for is forgotten, and nobody is told of it.
    void follow(core::actions::CardProof, std::function<void(Followed)> tell);

private:
    class Thread;
    std::unique_ptr<Thread> thread_;
};

} // namespace frikort::sync::agent
