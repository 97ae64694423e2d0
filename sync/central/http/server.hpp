// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "sync/central/http/site.hpp"

namespace frikort::sync::central::http {

struct Bounds {
    std::size_t connections = 2000;
    std::size_t waiting_requests = 512; // for a worker; above it is answered 503
    std::size_t workers = 4;
    std::uint32_t head_bytes = 8 * 1024;
    std::uint32_t socket_bytes = 128 * 1024;   // each way, kept by the system for each connection
    std::size_t held_bytes = 64 * 1024 * 1024; // of all bodies that come and all answers that go, together
    std::chrono::milliseconds head_within{10'000}; // also how long an unused connection stays open
    std::chrono::milliseconds body_within{30'000};
    std::chrono::milliseconds answer_within{30'000}; // to be taken by the client
    std::chrono::milliseconds finish_within{10'000}; // requests under way when it stops
};

// What happened since the server was made, and what is there now.
struct Counts {
    std::uint64_t opened = 0;       // connections
    std::uint64_t made_room = 0;    // closed for another one: it had kept us waiting longest
    std::uint64_t turned_away = 0;  // closed at once: there was no room
    std::uint64_t unused = 0;       // closed because no request came
    std::uint64_t late_heads = 0;   // closed because a head that had begun did not come in time
    std::uint64_t late_bodies = 0;  // nor a body
    std::uint64_t late_answers = 0; // an answer was not taken in time
    std::uint64_t cut_off = 0;      // the client went in the middle of a request or an answer
    std::uint64_t overloaded = 0;   // requests answered 503: no worker or no memory was left for them
    std::uint64_t bytes_in = 0;     // heads and bodies
    std::uint64_t bytes_out = 0;    // answers
    std::size_t connections = 0;    // now
    std::size_t with_workers = 0;   // requests now, those that wait for one too
    std::size_t held_bytes = 0;     // of bodies and answers now
};

// HTTP/1.1 for kiosks, meant to stand behind nginx and to survive without it. One thread moves bytes for all
// connections, `workers` answer; a slow client holds a few kilobytes and no thread. When all connections are
// taken, or all memory for bodies and answers is, the one that has kept us waiting longest makes room: with
// its head, its body, or with taking its answer.
//
// A body needs a Content-Length: chunked is 411, compressed 415, "Expect" 417.
class Server {
public:
    // Listens at once: "127.0.0.1" or "[::1]" and a port, 0 for any free one. The site must outlive the
    // server. Throws std::runtime_error when it cannot have the address.
    Server(const std::string& address, std::uint16_t port, Site&, const Bounds& = {});
    // Stops, and waits for it.
    ~Server();

    std::uint16_t port() const;
    // Takes nothing new, lets requests under way finish. From any thread.
    void stop();
    // From any thread; each number is true, if not all at one moment.
    Counts counts() const;
    // Connections open now.
    std::size_t connections() const { return counts().connections; }

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace frikort::sync::central::http
