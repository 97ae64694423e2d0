// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/espeak_speaker.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "core/base/text.hpp"
#include "kiosk/devices/pronounced.hpp"
#include "kiosk/devices/voice.hpp"

namespace frikort::kiosk::devices {

using core::base::wipe;
using namespace std::chrono_literals;

namespace {

constexpr auto ahead = 1000ms; // samples are made this far before they are heard
constexpr auto quiet_before_forget = 50ms;
constexpr auto quiet_before_close = 5s;
constexpr auto look_again = 10ms;

} // namespace

EspeakSpeaker::EspeakSpeaker(Sound& sound, std::function<void()> changed)
    : sound_{sound}, changed_{std::move(changed)}, thread_{[this] { run(); }}
{
}

EspeakSpeaker::~EspeakSpeaker()
{
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
        ++newest_;
    }
    asked_.notify_all();
    thread_.join();
    if (next_) wipe(next_->words);
}

void EspeakSpeaker::say(Saying saying)
{
    {
        const std::lock_guard lock{mutex_};
        if (next_) wipe(next_->words);
        next_ = std::move(saying);
        state_ = State::speaking;
        ++newest_;
    }
    asked_.notify_all();
}

void EspeakSpeaker::hush()
{
    {
        const std::lock_guard lock{mutex_};
        if (next_) wipe(next_->words);
        next_.reset();
        state_ = State::silent;
        ++newest_;
    }
    asked_.notify_all();
}

Speaker::State EspeakSpeaker::state() const
{
    const std::lock_guard lock{mutex_};
    return state_;
}

void EspeakSpeaker::run()
{
    Voice voice;
    std::unique_lock lock{mutex_};
    const auto wanted = [this] { return ending_ || next_; };
    bool holds_words = false;
    while (!ending_) {
        if (next_) {
            serve(voice, lock);
            holds_words = true;
        } else if (holds_words) {
            // Not between two things that are said at once: it takes a moment.
            if (asked_.wait_for(lock, quiet_before_forget, wanted)) continue;
            lock.unlock();
            voice.forget();
            lock.lock();
            holds_words = false;
        } else if (!asked_.wait_for(lock, quiet_before_close, wanted)) {
            lock.unlock();
            sound_.close();
            lock.lock();
            asked_.wait(lock, wanted);
        }
    }
    lock.unlock();
    sound_.close();
}

// One request, from the moment it is taken until it was heard or cut off. The lock is held on entry and exit.
void EspeakSpeaker::serve(Voice& voice, std::unique_lock<std::mutex>& lock)
{
    Saying saying = std::move(*next_);
    wipe(next_->words); // short words stay behind when they move
    next_.reset();
    const Number number = newest_;
    lock.unlock();
    const State end = speak(voice, saying, number);
    wipe(saying.words);
    lock.lock();
    if (!is_newest(number)) return;
    state_ = end;
    lock.unlock();
    changed_();
    lock.lock();
}

Speaker::State EspeakSpeaker::speak(Voice& voice, const Saying& saying, Number number)
{
    if (!voice.works() || !sound_.open(voice.samples_a_second())) return State::no_sound;
    sound_.clear();
    std::string words = pronounced(saying.words, saying.language);
    voice.speak(words, saying.language, saying.rate, [&](std::span<const std::int16_t> samples) {
        return hand_over(samples, saying.softer, number) ? Voice::Go::on : Voice::Go::stop;
    });
    wipe(words);
    if (!wait_until_heard(number, 0ms)) sound_.clear();
    return State::silent;
}

// False: somebody asked for something else.
bool EspeakSpeaker::hand_over(std::span<const std::int16_t> samples, int softer, Number number)
{
    if (!wait_until_heard(number, ahead)) return false;
    const double gain = std::pow(10.0, -softer / 20.0);
    std::vector<std::int16_t> quieter;
    quieter.reserve(samples.size());
    for (const auto sample : samples)
        quieter.push_back(static_cast<std::int16_t>(std::lround(sample * gain)));
    sound_.put(quieter);
    return true;
}

bool EspeakSpeaker::wait_until_heard(Number number, std::chrono::milliseconds at_most_left)
{
    std::unique_lock lock{mutex_};
    while (is_newest(number) && sound_.waiting() > at_most_left) asked_.wait_for(lock, look_again);
    return is_newest(number);
}

} // namespace frikort::kiosk::devices
