// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>

#include "core/base/bytes.hpp"
#include "sync/central/api/journal.hpp"
#include "sync/central/api/refusal.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// The body is always a whole message.
struct Answer {
    int status = 200;
    core::base::Bytes body;
    std::optional<std::chrono::seconds> retry_after;
};

Answer say(const Refusal&);
template <class Message>
Answer say(const Message& message)
{
    return {200, encode(message), {}};
}

// What is noted of a request that is not done.
Event event_of(protocol::Fault);

} // namespace frikort::sync::central::api
