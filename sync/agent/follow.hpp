// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <stop_token>
#include <vector>

#include "core/actions/card_proof.hpp"
#include "core/base/result.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"
#include "sync/agent/transport.hpp"

namespace frikort::sync::agent {

// Why a notebook did not come.
struct NotFollowed {
    enum class Why {
        unknown_card, // the server knows no such card, or not any more
        wrong_code,   // `tries_left` more before one must wait
        wait,         // nothing was looked at; `wait` to go
        no_server,    // nobody answered, or this kiosk is not enrolled; or the line went before all was here
        busy, // the server asks for time, or cannot do it, or gives out nothing before the centre's keys
              // were compared
    };
    Why why = Why::no_server;
    std::uint32_t tries_left = 0;
    std::chrono::seconds wait{0};
};

// Shows the server a card's proof and brings what it opens: when this returns the streams, all of them that
// the server has is here and the card opens it (sync.md R7). Throws StoreFailure.
core::base::Result<std::vector<core::records::StreamId>, NotFollowed>
follow(core::store::Store&, Transport&, const core::sealing::SigningKey& device,
       const core::actions::CardProof&, const std::stop_token& = {});

} // namespace frikort::sync::agent
