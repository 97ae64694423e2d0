// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>

#include "kiosk/ui/spoken.hpp"

namespace frikort::kiosk::screens {

// How the person at the screen hears it: chosen under Visning, gone with the visit.
struct Hearing {
    // Percent of 120 words a minute (kiosk.md "speech"; VVSG 7.1-K: six to eight steps, 50 to 200).
    static constexpr std::array rates{50, 75, 100, 125, 150, 175, 200};
    // Steps of 6 dB, under the 10 that VVSG 7.1-K allows; the loudest is as loud as the machine is set.
    static constexpr int volumes = 6;
    static constexpr int softer_a_step = 6; // dB

    // Who steers by ear steps from one thing on the screen to the next.
    enum class Steering { eyes, ears_and_keys, ears_and_halves };

    std::size_t rate = 2; // of `rates`
    int volume = 4;       // 1 to `volumes`
    ui::Ears ears = ui::Ears::everybody;
    Steering steering = Steering::eyes;

    int percent() const { return rates[rate]; }
    int softer() const { return (volumes - volume) * softer_a_step; }
    friend bool operator==(const Hearing&, const Hearing&) = default;
};

// What the place "Læs højt" in the bar says just now. kiosk/app/reader sets it, and answers the touch.
enum class ReadPlace {
    read,     // "Læs højt"
    stop,     // it is being read
    offer,    // a touch now begins steering by ear
    no_sound, // there is nothing to hear with
};

} // namespace frikort::kiosk::screens
