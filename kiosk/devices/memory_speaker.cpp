// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/memory_speaker.hpp"

#include <utility>

namespace frikort::kiosk::devices {

void MemorySpeaker::say(Saying saying)
{
    state_ = plugged_ ? State::speaking : State::no_sound;
    if (plugged_) said_.push_back(std::move(saying));
}

void MemorySpeaker::hush() { state_ = State::silent; }

void MemorySpeaker::finish()
{
    if (state_ == State::speaking) state_ = State::silent;
}

} // namespace frikort::kiosk::devices
