// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

namespace frikort::tests {

// A server on loopback with a certificate of its own making, which answers each request with 200 and "well".
class TlsServer {
public:
    // Valid from and until so long from now.
    struct Valid {
        std::chrono::hours from;
        std::chrono::hours until;
    };
    explicit TlsServer(Valid, const std::string& host = "127.0.0.1");
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    // Its certificate: who trusts that trusts this server.
    void write_authority(const std::filesystem::path&) const;

private:
    struct Tls;
    void serve();

    std::unique_ptr<Tls> tls_;
    int listening_;
    int port_ = 0;
    std::thread thread_;
};

} // namespace frikort::tests
