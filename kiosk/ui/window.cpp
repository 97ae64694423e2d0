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

constexpr std::int64_t mouse_hand = -1; // no finger has this number

std::optional<KeyPress::Key> key_of(const SDL_KeyboardEvent& event)
{
    if (event.repeat != 0) return std::nullopt; // holding never repeats
    switch (event.keysym.sym) {
    case SDLK_TAB:
        return (event.keysym.mod & KMOD_SHIFT) != 0 ? KeyPress::Key::back_tab : KeyPress::Key::tab;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return KeyPress::Key::enter;
    case SDLK_ESCAPE:
        return KeyPress::Key::escape;
    case SDLK_BACKSPACE:
        return KeyPress::Key::backspace;
    default:
        return std::nullopt;
    }
}

} // namespace

struct Window::Hidden {
    Sdl sdl;
    Panel panel;
    std::unique_ptr<SDL_Window, CloseWindow> window;
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    std::uint32_t start_ticks = SDL_GetTicks();
    std::uint32_t wake_event = SDL_RegisterEvents(1);
    bool uncovered = true;
    // Only these sleep in the system until an event comes; for the others (KMSDRM) SDL would look 1000 times
    // a second.
    bool sleeps = false;
    std::mutex mutex;
    std::condition_variable woken;
    bool wake_asked = false;

    Instant when(std::uint32_t ticks) const
    {
        return Instant{static_cast<std::int64_t>(ticks - start_ticks)};
    }
    void take(const SDL_Event& event, std::vector<Event>& to);
};

void Window::Hidden::take(const SDL_Event& event, std::vector<Event>& to)
{
    const auto finger = [&](Finger::Phase phase) {
        const SDL_TouchFingerEvent& f = event.tfinger;
        to.emplace_back(
            Finger{phase,
                   f.fingerId,
                   {f.x * static_cast<float>(panel.width_px), f.y * static_cast<float>(panel.height_px)},
                   when(f.timestamp)});
    };
    const auto mouse = [&](Finger::Phase phase, std::uint32_t which, int x, int y) {
        if (which == SDL_TOUCH_MOUSEID) return; // a finger in disguise
        to.emplace_back(Finger{
            phase, mouse_hand, {static_cast<float>(x), static_cast<float>(y)}, when(event.common.timestamp)});
    };
    switch (event.type) {
    case SDL_FINGERDOWN:
        finger(Finger::Phase::down);
        break;
    case SDL_FINGERMOTION:
        finger(Finger::Phase::move);
        break;
    case SDL_FINGERUP:
        finger(Finger::Phase::up);
        break;
    case SDL_MOUSEBUTTONDOWN:
        if (event.button.button == SDL_BUTTON_LEFT)
            mouse(Finger::Phase::down, event.button.which, event.button.x, event.button.y);
        break;
    case SDL_MOUSEBUTTONUP:
        if (event.button.button == SDL_BUTTON_LEFT)
            mouse(Finger::Phase::up, event.button.which, event.button.x, event.button.y);
        break;
    case SDL_MOUSEMOTION:
        if ((event.motion.state & SDL_BUTTON_LMASK) != 0)
            mouse(Finger::Phase::move, event.motion.which, event.motion.x, event.motion.y);
        break;
    case SDL_TEXTINPUT:
        to.emplace_back(Typed{static_cast<const char*>(event.text.text), when(event.text.timestamp)});
        break;
    case SDL_KEYDOWN:
        if (const auto key = key_of(event.key)) to.emplace_back(KeyPress{*key, when(event.key.timestamp)});
        break;
    case SDL_QUIT:
        to.emplace_back(Closed{});
        break;
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_EXPOSED ||
            event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
            uncovered = true;
            to.emplace_back(Awoken{});
        }
        if (event.window.event == SDL_WINDOWEVENT_LEAVE || event.window.event == SDL_WINDOWEVENT_FOCUS_LOST)
            to.emplace_back(Finger{Finger::Phase::lost, mouse_hand, {}, when(event.common.timestamp)});
        break;
    default:
        if (event.type == wake_event) to.emplace_back(Awoken{});
        break;
    }
}

Window::Window(const std::string& title, const Panel& panel, Extent extent)
    : hidden_{std::make_unique<Hidden>()}
{
    Hidden& h = *hidden_;
    h.panel = panel;
    const bool full = extent == Extent::fullscreen;
    const std::uint32_t flags = full ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_SHOWN;
    h.window.reset(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                    panel.width_px, panel.height_px, flags));
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

Instant Window::now() const { return hidden_->when(SDL_GetTicks()); }

std::vector<Event> Window::wait(Instant at_most)
{
    Hidden& h = *hidden_;
    std::vector<Event> heard;
    SDL_Event event;
    const auto limit = std::chrono::milliseconds{std::clamp<std::int64_t>(at_most.count(), 0, 3'600'000)};
    if (h.sleeps) {
        if (SDL_WaitEventTimeout(&event, static_cast<int>(limit.count())) == 0) return heard;
        h.take(event, heard);
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
    while (SDL_PollEvent(&event) != 0) h.take(event, heard);
    return heard;
}

void Window::wake() noexcept
{
    Hidden& h = *hidden_;
    SDL_Event event{};
    event.type = h.wake_event;
    SDL_PushEvent(&event);
    const std::lock_guard lock{h.mutex};
    h.wake_asked = true;
    h.woken.notify_one();
}

void Window::show(const Picture& picture, const std::vector<PixelRect>& changed)
{
    Hidden& h = *hidden_;
    SDL_Surface* surface = SDL_GetWindowSurface(h.window.get());
    if (!surface) return; // the display went away; the next event tells
    std::vector<PixelRect> parts = changed;
    if (std::exchange(h.uncovered, false)) parts.assign(1, {0, 0, picture.width, picture.height});
    std::vector<SDL_Rect> shown;
    for (const PixelRect& part : parts) {
        const PixelRect seen =
            part.meet({0, 0, std::min(surface->w, picture.width), std::min(surface->h, picture.height)});
        if (seen.empty()) continue;
        const std::uint32_t* from =
            picture.pixels.data() + static_cast<std::ptrdiff_t>(seen.y) * picture.width + seen.x;
        auto* to = static_cast<std::uint8_t*>(surface->pixels) +
                   static_cast<std::ptrdiff_t>(seen.y) * surface->pitch +
                   static_cast<std::ptrdiff_t>(seen.x) * surface->format->BytesPerPixel;
        SDL_ConvertPixels(seen.w, seen.h, SDL_PIXELFORMAT_ARGB8888, from, picture.width * 4,
                          surface->format->format, to, surface->pitch);
        shown.push_back({seen.x, seen.y, seen.w, seen.h});
    }
    if (!shown.empty())
        SDL_UpdateWindowSurfaceRects(h.window.get(), shown.data(), static_cast<int>(shown.size()));
}

} // namespace frikort::kiosk::ui
