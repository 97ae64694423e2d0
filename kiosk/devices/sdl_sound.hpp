// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/devices/sound.hpp"

namespace frikort::kiosk::devices {

// The machine's own sound, through SDL2: the default output of PipeWire, PulseAudio or ALSA. The device is
// held only while it is open, so that nothing runs when nobody listens. Made after the window, which starts
// SDL, and gone before it.
class SdlSound : public Sound {
public:
    SdlSound() = default;
    ~SdlSound() override;
    SdlSound(const SdlSound&) = delete;

    bool open(int samples_a_second) override;
    void close() override;
    void put(std::span<const std::int16_t>) override;
    std::chrono::milliseconds waiting() const override;
    void clear() override;

private:
    std::uint32_t device_ = 0; // 0: closed
    int samples_a_second_ = 0;
};

} // namespace frikort::kiosk::devices
