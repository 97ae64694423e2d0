// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

namespace frikort::sync::central::api {

// What time it is by the server, UTC. For last contact, for codes that run out, and told to kiosks (sync.md
// R10); never for order.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::chrono::sys_seconds now() const = 0;
};

class SystemClock final : public Clock {
public:
    std::chrono::sys_seconds now() const override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

} // namespace frikort::sync::central::api
