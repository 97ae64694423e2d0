// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/sdl_sound.hpp"

#include <SDL.h>

namespace frikort::kiosk::devices {

namespace {

// What the device takes at a time: at 22,050 samples a second 23 ms, which still sound after `clear`.
constexpr std::uint16_t at_a_time = 512;

} // namespace

SdlSound::~SdlSound() { close(); }

bool SdlSound::open(int samples_a_second)
{
    if (device_ != 0) return true;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
    SDL_AudioSpec wanted{};
    wanted.freq = samples_a_second;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = at_a_time;
    device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (device_ == 0) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    samples_a_second_ = samples_a_second;
    SDL_PauseAudioDevice(device_, 0);
    return true;
}

void SdlSound::close()
{
    if (device_ == 0) return;
    SDL_CloseAudioDevice(device_);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device_ = 0;
}

void SdlSound::put(std::span<const std::int16_t> samples)
{
    if (device_ != 0)
        SDL_QueueAudio(device_, samples.data(), static_cast<std::uint32_t>(samples.size_bytes()));
}

std::chrono::milliseconds SdlSound::waiting() const
{
    if (device_ == 0) return {};
    const auto samples = SDL_GetQueuedAudioSize(device_) / sizeof(std::int16_t);
    return std::chrono::milliseconds{(samples * 1000 + static_cast<unsigned>(samples_a_second_) - 1) /
                                     static_cast<unsigned>(samples_a_second_)};
}

void SdlSound::clear()
{
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
}

} // namespace frikort::kiosk::devices
