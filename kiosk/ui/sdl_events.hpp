// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <SDL.h>

#include "kiosk/ui/event.hpp"
#include "kiosk/ui/panel.hpp"

namespace frikort::kiosk::ui {

// SDL's events in the words of kiosk/ui. Private to it. Made after SDL_Init.
struct SdlEvents {
    std::uint32_t start_ticks = SDL_GetTicks();
    std::uint32_t wake_event = SDL_RegisterEvents(1);
    bool uncovered = true; // the system forgot what stood in the window

    Instant when(std::uint32_t ticks) const
    {
        return Instant{static_cast<std::int64_t>(ticks - start_ticks)};
    }
    void take(const SDL_Event&, const Panel&, std::vector<Event>& to);
};

} // namespace frikort::kiosk::ui
