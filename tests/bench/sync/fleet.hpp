// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/store/memory_store.hpp"
#include "sync/agent/curl_transport.hpp"
#include "sync/agent/standing.hpp"
#include "tests/bench/row.hpp"
#include "tests/sync/support/world.hpp"

namespace frikort::tests::bench {

// libcurl, and what went over it.
class CountedLine final : public sync::agent::Transport {
public:
    explicit CountedLine(std::unique_ptr<sync::agent::CurlTransport> line) : line_{std::move(line)} {}
    const std::string& authority() const override { return line_->authority(); }
    core::base::Result<sync::agent::Reply, sync::agent::Unreachable>
    post(const sync::agent::Request&) override;
    void stop() override { line_->stop(); }

    std::map<int, std::size_t> answers; // by status; 0: none came
    std::uint64_t bytes = 0;            // of bodies, both ways

private:
    std::unique_ptr<sync::agent::CurlTransport> line_;
};

// A kiosk whose disk is memory: what is measured is the server. Real records, keys, rounds and sockets.
class FleetKiosk {
public:
    FleetKiosk(std::uint64_t seed, const std::string& server, const std::string& code);

    // Sealed entries in its centre's stream.
    void write(std::size_t entries);
    // Rounds, one after the other, until it has sent everything and holds so many; waits as long as the
    // server asks it to, and else a little when a round did not go well.
    void go_round_until(std::size_t holds);
    // The whole stream once more, page by page, and nothing done with it: how many records came.
    std::size_t pull_all();
    std::size_t holds();
    core::base::Hash sum();

    const core::records::StreamId& stream() const { return place_.stream; }
    CountedLine& line() { return line_; }
    const Samples& rounds() const { return rounds_; }      // ms
    double sent_everything_at() const { return sent_at_; } // wall, ms

private:
    core::store::MemoryStore store_;
    SeededChance chance_;
    core::sealing::SigningKey key_;
    CountedLine line_;
    Notebook book_;
    sync::agent::Place place_;
    Samples rounds_;
    double sent_at_ = 0;
};

// One thread for each, all at once.
void all_at_once(std::vector<std::unique_ptr<FleetKiosk>>&, const std::function<void(FleetKiosk&)>&);

} // namespace frikort::tests::bench
