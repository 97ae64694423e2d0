// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/window.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include <SDL.h>

#include "kiosk/ui/sdl_events.hpp"

namespace frikort::kiosk::ui {

namespace {

struct Sdl {
    Sdl()
    {
        // Real fingers and real mice only; capture loses finger-up on Linux (kiosk-bar.md 5.1).
        SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
        SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
        SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
        SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
        if (SDL_Init(SDL_INIT_VIDEO) != 0) throw NoDisplay{SDL_GetError()};
        // Without a screen SDL draws into nothing and calls it a success, unless nothing was asked for by
        // name.
        const std::string_view driver = SDL_GetCurrentVideoDriver();
        const bool real = driver != "offscreen" && driver != "dummy" && driver != "evdev";
        if (real || SDL_GetHint(SDL_HINT_VIDEODRIVER)) return;
        SDL_Quit();
        throw NoDisplay{"no screen to show the kiosk on"};
    }
    ~Sdl() { SDL_Quit(); }
    Sdl(const Sdl&) = delete;
};

struct CloseWindow {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

// The system keeps its pixels as we draw them: then there is no second picture, and nothing to convert.
bool is_ours(const SDL_Surface& surface, const Panel& panel)
{
    const auto format = surface.format->format;
    return (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) &&
           surface.w == panel.width_px && surface.h == panel.height_px && surface.pitch == surface.w * 4 &&
           !SDL_MUSTLOCK(&surface);
}

} // namespace

struct Window::Hidden {
    Sdl sdl;
    Panel panel;
    std::unique_ptr<SDL_Window, CloseWindow> window;
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    SdlEvents events;
    std::optional<std::vector<std::uint32_t>> own; // the pixels where the system's are not `is_ours`
    const std::uint32_t* drawn_in = nullptr;       // last
    // Only these sleep in the system until an event comes; for the others (KMSDRM) SDL would look 1000 times
    // a second.
    bool sleeps = false;
    std::mutex mutex;
    std::condition_variable woken;
    bool wake_asked = false;
};

Window::Window(const std::string& title, const Panel& panel, Extent extent)
    : hidden_{std::make_unique<Hidden>()}
{
    Hidden& h = *hidden_;
    h.panel = panel;
    const bool full = extent == Extent::fullscreen;
    const std::uint32_t flags = full ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_SHOWN;
    const int place = full ? 0 : static_cast<int>(SDL_WINDOWPOS_UNDEFINED);
    // Without a window manager nobody else moves it to the corner and stretches it.
    SDL_DisplayMode desktop{};
    const bool stretch = full && SDL_GetDesktopDisplayMode(0, &desktop) == 0;
    h.window.reset(SDL_CreateWindow(title.c_str(), place, place, stretch ? desktop.w : panel.width_px,
                                    stretch ? desktop.h : panel.height_px, flags));
    if (!h.window) throw NoDisplay{SDL_GetError()};
    SDL_Surface* surface = SDL_GetWindowSurface(h.window.get());
    if (!surface) throw NoDisplay{SDL_GetError()};
    h.panel.width_px = surface->w;
    h.panel.height_px = surface->h;
    if (full) SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    const char* driver = SDL_GetCurrentVideoDriver();
    h.sleeps = driver && (std::string_view{driver} == "x11" || std::string_view{driver} == "wayland");
}

Window::~Window() = default;

const Panel& Window::panel() const { return hidden_->panel; }

void Window::set_switches(const Switches& switches)
{
    const auto code = [](const std::string& name) {
        return name.empty() ? SDLK_UNKNOWN : SDL_GetKeyFromName(name.c_str());
    };
    hidden_->events.switches = {code(switches.next), code(switches.choose)};
}

Instant Window::now() const { return hidden_->events.when(SDL_GetTicks()); }

std::vector<Event> Window::wait(Instant at_most)
{
    Hidden& h = *hidden_;
    std::vector<Event> heard;
    SDL_Event event;
    const auto limit = std::chrono::milliseconds{std::clamp<std::int64_t>(at_most.count(), 0, 3'600'000)};
    if (h.sleeps) {
        if (SDL_WaitEventTimeout(&event, static_cast<int>(limit.count())) == 0) return heard;
        h.events.take(event, h.panel, heard);
    } else {
        constexpr std::chrono::milliseconds look{8};
        const auto end = std::chrono::steady_clock::now() + limit;
        SDL_PumpEvents();
        while (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_FALSE &&
               std::chrono::steady_clock::now() < end) {
            std::unique_lock lock{h.mutex};
            h.woken.wait_for(lock, look, [&h] { return h.wake_asked; });
            h.wake_asked = false;
            lock.unlock();
            SDL_PumpEvents();
        }
    }
    while (SDL_PollEvent(&event) != 0) h.events.take(event, h.panel, heard);
    return heard;
}

void Window::wake() noexcept
{
    Hidden& h = *hidden_;
    SDL_Event event{};
    event.type = h.events.wake_event;
    SDL_PushEvent(&event);
    const std::lock_guard lock{h.mutex};
    h.wake_asked = true;
    h.woken.notify_one();
}

Window::Canvas Window::canvas()
{
    Hidden& h = *hidden_;
    const SDL_Surface* surface = SDL_GetWindowSurface(h.window.get()); // none: the display went away
    std::uint32_t* theirs =
        surface && is_ours(*surface, h.panel) ? static_cast<std::uint32_t*>(surface->pixels) : nullptr;
    if (!theirs && !h.own)
        h.own.emplace(static_cast<std::size_t>(h.panel.width_px) *
                      static_cast<std::size_t>(h.panel.height_px));
    if (theirs) h.own.reset();
    std::uint32_t* pixels = theirs ? theirs : h.own->data();
    const bool moved = std::exchange(h.drawn_in, pixels) != pixels;
    const bool lost = std::exchange(h.events.uncovered, false) || moved;
    return {{pixels, h.panel.width_px, h.panel.height_px}, lost};
}

void Window::show(const std::vector<PixelRect>& changed)
{
    Hidden& h = *hidden_;
    SDL_Surface* surface = SDL_GetWindowSurface(h.window.get());
    if (!surface) return; // the display went away; the next event tells
    std::vector<SDL_Rect> shown;
    for (const PixelRect& part : changed) {
        const PixelRect seen = part.meet(
            {0, 0, std::min(surface->w, h.panel.width_px), std::min(surface->h, h.panel.height_px)});
        if (seen.empty()) continue;
        shown.push_back({seen.x, seen.y, seen.w, seen.h});
        if (!h.own) continue;
        const Surface from{h.own->data(), h.panel.width_px, h.panel.height_px};
        auto* to = static_cast<std::uint8_t*>(surface->pixels) +
                   static_cast<std::ptrdiff_t>(seen.y) * surface->pitch +
                   static_cast<std::ptrdiff_t>(seen.x) * surface->format->BytesPerPixel;
        SDL_ConvertPixels(seen.w, seen.h, SDL_PIXELFORMAT_ARGB8888, from.row(seen.y) + seen.x, from.width * 4,
                          surface->format->format, to, surface->pitch);
    }
    if (!shown.empty())
        SDL_UpdateWindowSurfaceRects(h.window.get(), shown.data(), static_cast<int>(shown.size()));
}

} // namespace frikort::kiosk::ui
