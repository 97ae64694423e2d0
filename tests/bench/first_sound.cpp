// SPDX-License-Identifier: MPL-2.0
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "kiosk/devices/espeak_speaker.hpp"
#include "kiosk/devices/sdl_sound.hpp"
#include "tests/bench/parts.hpp"
#include "tests/bench/row.hpp"

namespace frikort::tests::bench {

namespace {

using namespace kiosk::devices;
using Clock = std::chrono::steady_clock;
using Millis = std::chrono::duration<double, std::milli>;

// The real sound, and when it was first and last asked for something.
class Watched : public SdlSound {
public:
    void put(std::span<const std::int16_t> samples) override
    {
        SdlSound::put(samples);
        if (put_) return;
        first_ = Clock::now(); // before whoever waits is told
        put_ = true;
    }
    void clear() override
    {
        SdlSound::clear();
        cleared_ = Clock::now();
        cleared_once_ = true;
    }
    void expect() { put_ = cleared_once_ = false; }
    Clock::time_point first() const
    {
        while (!put_) std::this_thread::yield();
        return first_.load();
    }
    Clock::time_point cleared() const
    {
        while (!cleared_once_) std::this_thread::yield();
        return cleared_.load();
    }

private:
    std::atomic<bool> put_{false};
    std::atomic<bool> cleared_once_{false};
    std::atomic<Clock::time_point> first_{};
    std::atomic<Clock::time_point> cleared_{};
};

const Saying danish{.words = "Skriv alt, du fik. Også feriepenge.", .language = "da"};
const Saying english{.words = "Write down everything you got. Holiday pay too.", .language = "en"};

double since(Clock::time_point asked, Clock::time_point then) { return Millis{then - asked}.count(); }

} // namespace

// From asking until the first sample is with the sound system, and from hushing until nothing is left of it
// there. Dummy sound, so that a machine without a card measures the same.
void first_sound(const Asked&)
{
    constexpr double aim_ms = 300;
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    Samples cold;
    Samples warm;
    Samples silence;
    for (int i = 0; i < 20; ++i) {
        Watched sound;
        EspeakSpeaker speaker{sound, [] {}};
        std::this_thread::sleep_for(std::chrono::milliseconds{100}); // the thread is up, the device is not
        auto asked = Clock::now();
        speaker.say(danish);
        cold.add(since(asked, sound.first()));
        for (int again = 0; again < 10; ++again) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
            sound.expect();
            asked = Clock::now();
            speaker.hush();
            silence.add(since(asked, sound.cleared()));
            sound.expect();
            asked = Clock::now();
            speaker.say(again % 2 == 0 ? english : danish);
            warm.add(since(asked, sound.first()));
        }
    }
    const std::string buffer = "and 23 ms in the device's buffer";
    print({"first sound, the device still closed", told(cold, "ms p50/p99"),
           aimed(cold.quantile(0.99), aim_ms, "ms"), buffer});
    print({"first sound, the other language each time", told(warm, "ms p50/p99"),
           aimed(warm.quantile(0.99), aim_ms, "ms"), buffer});
    print({"hushed until the device has nothing left", told(silence, "ms p50/p99")});
}

} // namespace frikort::tests::bench
