// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>

#include "sync/central/http/server.hpp"

namespace frikort::sync::central::http {

// Counts as they grow: the thread that moves bytes and the workers write, anybody reads.
struct Tally {
    std::atomic<std::uint64_t> opened = 0;
    std::atomic<std::uint64_t> made_room = 0;
    std::atomic<std::uint64_t> turned_away = 0;
    std::atomic<std::uint64_t> unused = 0;
    std::atomic<std::uint64_t> late_heads = 0;
    std::atomic<std::uint64_t> late_bodies = 0;
    std::atomic<std::uint64_t> late_answers = 0;
    std::atomic<std::uint64_t> cut_off = 0;
    std::atomic<std::uint64_t> overloaded = 0;
    std::atomic<std::uint64_t> bytes_in = 0;
    std::atomic<std::uint64_t> bytes_out = 0;
    std::atomic<std::size_t> connections = 0;
    std::atomic<std::size_t> with_workers = 0;
    std::atomic<std::size_t> held_bytes = 0;

    Counts read() const
    {
        return {.opened = opened,
                .made_room = made_room,
                .turned_away = turned_away,
                .unused = unused,
                .late_heads = late_heads,
                .late_bodies = late_bodies,
                .late_answers = late_answers,
                .cut_off = cut_off,
                .overloaded = overloaded,
                .bytes_in = bytes_in,
                .bytes_out = bytes_out,
                .connections = connections,
                .with_workers = with_workers,
                .held_bytes = held_bytes};
    }
};

} // namespace frikort::sync::central::http
