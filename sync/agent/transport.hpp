// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace frikort::sync::agent {

// One request to the server: always a POST.
struct Request {
    std::string path; // "/sync/push"
    struct Field {
        std::string name;
        std::string value;
    };
    std::vector<Field> fields;
    core::base::Bytes body;
};

// Whatever answered; whether it is our server at all is for the caller to find out.
struct Reply {
    int status = 0;
    std::string content_type;
    std::optional<std::chrono::seconds> retry_after;
    core::base::Bytes body;
};

// No whole answer came. What was asked may have happened all the same.
enum class Unreachable {
    no_server, // no network, name, connection or trust
    too_slow,
    cut_off,  // half an answer
    too_long, // more than any answer of ours can be
    stopped,  // by `stop`
};

// Carries a request and brings the answer. Blocks; for one thread, except `stop`.
class Transport {
public:
    virtual ~Transport() = default;
    // "kiosk.example:8480" as in the Host field: lower case, without the scheme's own port.
    virtual const std::string& authority() const = 0;
    virtual core::base::Result<Reply, Unreachable> post(const Request&) = 0;
    // From any thread: what is under way, and all that is asked from now on, ends as `stopped` at once.
    virtual void stop() = 0;
};

} // namespace frikort::sync::agent
