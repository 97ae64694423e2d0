// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

#include "core/base/date.hpp"

namespace frikort::core::base {

// What time it is. `core` never asks the machine: whoever needs a day or a duration is handed one of these.
class Clock {
public:
    virtual ~Clock() = default;

    // The Danish day the machine believes it is. Only for telling people; never for order.
    virtual Date today() const = 0;
    // True when server or staff confirmed the day since start, or the machine's battery clock never ran
    // back (sync.md R10). An untrusted clock presets nothing and calls no year "this year".
    virtual bool trusted() const = 0;
    // Time this program has been running; never runs backwards, stands still while the machine is off.
    virtual std::chrono::milliseconds running() const = 0;
};

} // namespace frikort::core::base
