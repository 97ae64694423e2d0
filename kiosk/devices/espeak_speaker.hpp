// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "kiosk/devices/sound.hpp"
#include "kiosk/devices/speaker.hpp"

namespace frikort::kiosk::devices {

class Voice;

// The real speaker: libespeak-ng's voices on a thread of its own, its samples into `sound`. One at a time in
// a program (see Voice). The sound is opened when something is first to be said and closed after some
// seconds of quiet; where it cannot be opened the state says so, and the next `say` tries again.
class EspeakSpeaker : public Speaker {
public:
    // `changed` is called from the thread whenever the state changed by itself. `sound` must outlive this and
    // is used by the thread alone.
    EspeakSpeaker(Sound& sound, std::function<void()> changed);
    ~EspeakSpeaker() override;

    void say(Saying) override;
    void hush() override;
    State state() const override;

private:
    using Number = std::uint64_t; // of the request; whoever made a newer one has cut off all before
    void run();
    void serve(Voice&, std::unique_lock<std::mutex>&);
    State speak(Voice&, const Saying&, Number);
    bool hand_over(std::span<const std::int16_t>, int softer, Number);
    bool wait_until_heard(Number, std::chrono::milliseconds at_most_left);
    bool is_newest(Number number) const { return newest_.load() == number; }

    Sound& sound_;
    std::function<void()> changed_;
    mutable std::mutex mutex_;
    std::condition_variable asked_;
    std::optional<Saying> next_;
    State state_ = State::silent;
    std::atomic<Number> newest_{0};
    bool ending_ = false;
    std::thread thread_; // last: everything it uses is there
};

} // namespace frikort::kiosk::devices
