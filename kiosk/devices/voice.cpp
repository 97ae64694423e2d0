// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/voice.hpp"

#include <algorithm>
#include <cmath>

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

namespace frikort::kiosk::devices {

namespace {

constexpr int piece_ms = 40;
// Measured with Danish and English sentences: what the library calls 112 words a minute are 120 to 122.
constexpr double library_words = 112;
// The library goes no slower than this. Slower still, it waits longer between the words.
constexpr int slowest = espeakRATE_MINIMUM;

int hand_over(short* samples, int count, espeak_EVENT* events)
{
    if (count <= 0 || samples == nullptr || events == nullptr || events->user_data == nullptr) return 0;
    const auto& take = *static_cast<const Voice::Take*>(events->user_data);
    return take({samples, static_cast<std::size_t>(count)}) == Voice::Go::on ? 0 : 1;
}

void set_rate(int percent)
{
    const int words = static_cast<int>(library_words * std::clamp(percent, 50, 200) / 100);
    espeak_SetParameter(espeakRATE, std::max(words, slowest), 0);
    // What a word should take less what it takes, in the library's units (at this rate 32 ms, measured).
    const double seconds = (60.0 / words - 60.0 / slowest) * library_words / 122;
    const int wait = words >= slowest ? 0 : static_cast<int>(std::lround(seconds / 0.032));
    espeak_SetParameter(espeakWORDGAP, wait, 0);
}

void synthesise(const std::string& words, const Voice::Take& take)
{
    espeak_Synth(words.c_str(), words.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr,
                 const_cast<Voice::Take*>(&take));
}

} // namespace

Voice::Voice()
{
    samples_a_second_ = espeak_ng_GetSampleRate(); // 0 until it was started
    if (samples_a_second_ > 0) return;
    // Without DONT_EXIT the library ends the program when its data is missing.
    samples_a_second_ =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, piece_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (works()) espeak_SetSynthCallback(hand_over);
}

// The library is left as it is until the program ends: its espeak_Terminate can wait for ever for a thread of
// its own (1.51).
Voice::~Voice() { forget(); }

void Voice::speak(const std::string& words, const std::string& language, int rate, const Take& take)
{
    if (!works()) return;
    if (language != "da" || espeak_SetVoiceByName("da") != EE_OK) espeak_SetVoiceByName("en-gb");
    set_rate(rate);
    synthesise(words, take);
}

void Voice::forget()
{
    if (!works()) return;
    // Longer than the sentence that the library reads at a time, in words longer than any.
    std::string filler;
    while (filler.size() < 2000) filler += std::string(60, 'a') + " ";
    synthesise(filler, [](auto) { return Go::stop; });
}

} // namespace frikort::kiosk::devices
