// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.hpp"
#include "sync/protocol/envelope.hpp"

// How this room reads and writes JSON heads. Not for other rooms.
namespace frikort::sync::protocol {

using Json = nlohmann::json;

// Refuses what is nested too deep before anything walks it, what is not JSON and what is not an object.
core::base::Result<Json, Malformed> read_head(std::string_view);

// Takes typed fields out of an object. From the first that is missing or wrong on it answers empty values,
// and `fault` says which.
class Fields {
public:
    explicit Fields(const Json& object) : object_{object} {}

    bool has(const char* name) const { return object_.contains(name); }
    std::uint64_t count(const char* name); // at most 2^63 - 1
    std::string text(const char* name);    // at most longest_text bytes
    bool flag(const char* name);
    const Json& list(const char* name); // at most most_listed entries
    const Json& object(const char* name);

    bool good() const { return !fault_; }
    Malformed fault() const { return *fault_; }
    void fail(Malformed fault) { fault_ = fault_.value_or(fault); }

private:
    const Json& field(const char* name);
    const Json& object_;
    std::optional<Malformed> fault_;
};

} // namespace frikort::sync::protocol
