// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/bytes.hpp"

namespace frikort::sync::central::http {

// A request as far as its head goes.
struct Head {
    std::string method;
    std::string target;
    std::string host; // in small letters
    struct Field {
        std::string name; // in small letters
        std::string value;
    };
    std::vector<Field> fields; // as they came, in their order

    // Nothing when it is missing or came more than once.
    std::optional<std::string> field(std::string_view small_name) const;
};

struct Reply {
    int status = 200;
    std::string content_type;
    core::base::Bytes body;
    std::optional<std::chrono::seconds> retry_after;
};

// A request whose body is worth reading.
class Visit {
public:
    virtual ~Visit() = default;
    virtual std::size_t largest_body() const = 0; // bytes
    virtual Reply answer(core::base::BytesView body) = 0;
};

// What the server serves. Called from several threads at once; must not throw.
class Site {
public:
    virtual ~Site() = default;
    virtual std::variant<Reply, std::unique_ptr<Visit>> admit(const Head&) = 0;
    // What the server says by itself: 400, 408, 411, 413, 415, 417, 431, 503.
    virtual Reply refusal(int status) = 0;
};

} // namespace frikort::sync::central::http
