// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <span>

namespace frikort::kiosk::devices {

// Where samples go: one channel, 16 bits. Used by one thread, except where it says otherwise.
class Sound {
public:
    virtual ~Sound() = default;
    // Ready to be heard; does nothing when it is already. False: there is nothing to hear with.
    virtual bool open(int samples_a_second) = 0;
    // Lets the device rest. Nothing is heard until it is opened again.
    virtual void close() = 0;
    // Adds to what is to be heard.
    virtual void put(std::span<const std::int16_t>) = 0;
    // How long what was put and not yet heard lasts.
    virtual std::chrono::milliseconds waiting() const = 0;
    // Forgets what was not yet heard.
    virtual void clear() = 0;
};

} // namespace frikort::kiosk::devices
