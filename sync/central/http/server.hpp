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
    std::chrono::milliseconds head_within{10'000}; // also how long an unused connection stays open
    std::chrono::milliseconds body_within{30'000};
    std::chrono::milliseconds answer_within{30'000}; // to be taken by the client
    std::chrono::milliseconds finish_within{10'000}; // requests under way when it stops
};

// HTTP/1.1 for kiosks, meant to stand behind nginx and to survive without it. One thread moves bytes for all
// connections, `workers` answer; a slow client holds a few kilobytes and no thread. When all connections are
// taken, the one that has kept us waiting longest makes room.
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
    // Connections open now.
    std::size_t connections() const;

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace frikort::sync::central::http
