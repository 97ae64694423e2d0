// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "sync/agent/transport.hpp"

namespace frikort::sync::agent {

// HTTP/1.1 by libcurl: one connection, kept alive. Follows no redirection, uses no proxy, no cookies and no
// file but the one it was given.
class CurlTransport final : public Transport {
public:
    struct Settings {
        std::string central; // "https://host[:port]", or "http://..." on loopback; nothing behind it
        std::optional<std::filesystem::path>
            authorities{}; // PEM; the only ones trusted. Nothing: the system's
        std::chrono::milliseconds connect_within{10'000};
        // So long a line may stand still; ten times as long for all of a request on one that moves.
        std::chrono::milliseconds answer_within{60'000};
        std::size_t largest_answer = std::size_t{8} << 20; // bytes
    };
    enum class Refusal {
        not_an_address,
        not_encrypted, // plain http is for this machine alone
    };
    static core::base::Result<std::unique_ptr<CurlTransport>, Refusal> open(Settings);
    ~CurlTransport() override;

    const std::string& authority() const override;
    core::base::Result<Reply, Unreachable> post(const Request&) override;
    void stop() override;

private:
    class Line;
    explicit CurlTransport(std::unique_ptr<Line>);
    std::unique_ptr<Line> line_;
};

} // namespace frikort::sync::agent
