// SPDX-License-Identifier: MPL-2.0
// First sound and silence, measured by hand: how long from asking until the first sample is with the sound
// system, and from hushing until nothing is left of it there. What came out stands in
// kiosk/devices/README.md.
//     SDL_AUDIODRIVER=dummy frikort-bench-speech
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "kiosk/devices/espeak_speaker.hpp"
#include "kiosk/devices/sdl_sound.hpp"

namespace {

using namespace frikort::kiosk::devices;
using Clock = std::chrono::steady_clock;
using Millis = std::chrono::duration<double, std::milli>;

// The real sound, and when it was first and last asked for something.
class Watched : public SdlSound {
public:
    void put(std::span<const std::int16_t> samples) override
    {
        SdlSound::put(samples);
        if (!put_.exchange(true)) first_ = Clock::now();
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

void tell(const char* what, std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    const auto at = [&](double part) {
        return figures[static_cast<std::size_t>(part * static_cast<double>(figures.size() - 1))];
    };
    std::printf("%-44s p50 %7.2f ms   p99 %7.2f ms   worst %7.2f ms   (%zu times)\n", what, at(0.5), at(0.99),
                figures.back(), figures.size());
}

const Saying danish{.words = "Skriv alt, du fik. Også feriepenge.", .language = "da"};
const Saying english{.words = "Write down everything you got. Holiday pay too.", .language = "en"};

} // namespace

int main()
{
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> silence;
    for (int i = 0; i < 20; ++i) {
        Watched sound;
        EspeakSpeaker speaker{sound, [] {}};
        std::this_thread::sleep_for(std::chrono::milliseconds{100}); // the thread is up, the device is not
        auto asked = Clock::now();
        speaker.say(danish);
        cold.push_back(Millis{sound.first() - asked}.count());
        for (int again = 0; again < 10; ++again) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
            sound.expect();
            asked = Clock::now();
            speaker.hush();
            silence.push_back(Millis{sound.cleared() - asked}.count());
            sound.expect();
            asked = Clock::now();
            speaker.say(again % 2 == 0 ? english : danish);
            warm.push_back(Millis{sound.first() - asked}.count());
        }
    }
    tell("first sound, the device still closed", cold);
    tell("first sound, the other language each time", warm);
    tell("hushed until the device has nothing left", silence);
    std::puts("What the device holds already sounds 23 ms more.");
    return 0;
}
