// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace frikort::kiosk::devices {

// Something to be said aloud.
struct Saying {
    std::string words;    // UTF-8, as it stands on the screen
    std::string language; // "da" or "en"
    int rate = 100;       // percent of 120 words a minute; 50 to 200 (kiosk.md "speech")
    int softer = 0;       // dB below as loud as it goes; 0 or more
};

// The voice of the kiosk. One thing at a time; nothing is queued. Called from one thread, and never waits.
class Speaker {
public:
    enum class State {
        silent,   // whatever was said last has been heard, or was cut off
        speaking, // from `say` on
        no_sound, // the last one could not be said: there is nothing to hear it with
    };

    virtual ~Speaker() = default;
    // Says this instead of whatever is being said.
    virtual void say(Saying) = 0;
    // Quiet within 50 ms, whatever is being said; its words are wiped.
    virtual void hush() = 0;
    virtual State state() const = 0;
};

} // namespace frikort::kiosk::devices
