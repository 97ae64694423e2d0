// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "kiosk/devices/speaker.hpp"

namespace frikort::kiosk::devices {

// A speaker that nobody hears: keeps what was said, and speaks until it is told that the end was heard. For
// tests and the tour.
class MemorySpeaker : public Speaker {
public:
    void say(Saying) override;
    void hush() override;
    State state() const override { return state_; }

    // What was said is at its end.
    void finish();
    // From now on there is nothing to hear with.
    void unplug() { plugged_ = false; }
    void plug_in() { plugged_ = true; }
    // In order, also what was cut off.
    const std::vector<Saying>& said() const { return said_; }
    void forget() { said_.clear(); }

private:
    std::vector<Saying> said_;
    State state_ = State::silent;
    bool plugged_ = true;
};

} // namespace frikort::kiosk::devices
