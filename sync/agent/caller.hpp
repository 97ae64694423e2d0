// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/base/result.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/store.hpp"
#include "sync/agent/round.hpp"
#include "sync/agent/transport.hpp"
#include "sync/protocol/names.hpp"

// Signs, asks, and finds out whether it was our server that answered. Not for other rooms.
namespace frikort::sync::agent {

// Why there is no answer to go on with.
struct Failure {
    End end = End::no_server;
    std::optional<protocol::Fault> fault; // when it was our server that said so
    std::optional<std::chrono::seconds> wait;
    std::uint32_t tries = 0; // wrong_proof: left before one must wait
    // Whether what was asked may be why: smaller, it may get through. `unheard`: a proxy speaks for a server
    // that fell, or the line broke or stood still.
    enum class Because { other, unheard } because = Because::other;
};

class Caller {
public:
    Caller(core::store::Store& store, Transport& transport, const core::sealing::SigningKey& device)
        : store_{store}, transport_{transport}, device_{device}
    {
    }

    // The body of a 200 that says it is ours. Holds no Work while it waits. When the server's request counter
    // is ahead of ours, ours moves on and it is asked once more (R13).
    core::base::Result<core::base::Bytes, Failure> ask(std::string_view path, const core::base::Bytes& body);

private:
    core::base::Result<core::base::Bytes, Failure> ask_once(std::string_view path,
                                                            const core::base::Bytes& body);
    std::uint64_t next_counter();
    void move_on(std::uint64_t counter);

    core::store::Store& store_;
    Transport& transport_;
    const core::sealing::SigningKey& device_;
    std::uint64_t used_ = 0;
    std::uint64_t reserved_ = 0;
    std::optional<std::uint64_t> servers_counter_;
};

} // namespace frikort::sync::agent
