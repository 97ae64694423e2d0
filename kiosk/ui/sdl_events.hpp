// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <SDL.h>

#include "kiosk/ui/event.hpp"
#include "kiosk/ui/panel.hpp"

namespace frikort::kiosk::ui {

// Keys that two switches send, where a person has them.
struct SwitchCodes {
    SDL_Keycode next = SDLK_UNKNOWN;
    SDL_Keycode choose = SDLK_UNKNOWN;
    // Then the space bar writes no blanks: a switch is no letter.
    bool types_blank() const { return next == SDLK_SPACE || choose == SDLK_SPACE; }
};

// SDL's events in the words of kiosk/ui. Private to it. Made after SDL_Init.
struct SdlEvents {
    std::uint32_t start_ticks = SDL_GetTicks();
    std::uint32_t wake_event = SDL_RegisterEvents(1);
    SwitchCodes switches;
    bool uncovered = true; // the system forgot what stood in the window

    Instant when(std::uint32_t ticks) const
    {
        return Instant{static_cast<std::int64_t>(ticks - start_ticks)};
    }
    void take(const SDL_Event&, const Panel&, std::vector<Event>& to);
};

} // namespace frikort::kiosk::ui
