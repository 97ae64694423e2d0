// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/sdl_events.hpp"

#include <optional>
#include <string_view>

namespace frikort::kiosk::ui {

namespace {

constexpr std::int64_t mouse_hand = -1; // no finger has this number

std::optional<KeyPress::Key> key_of(const SDL_KeyboardEvent& event, const SwitchCodes& switches)
{
    if (event.repeat != 0) return std::nullopt; // holding never repeats
    if (event.keysym.sym == switches.next) return KeyPress::Key::tab;
    if (event.keysym.sym == switches.choose) return KeyPress::Key::choose;
    switch (event.keysym.sym) {
    case SDLK_TAB:
        return (event.keysym.mod & KMOD_SHIFT) != 0 ? KeyPress::Key::back_tab : KeyPress::Key::tab;
    case SDLK_RIGHT:
    case SDLK_DOWN:
        return KeyPress::Key::tab;
    case SDLK_LEFT:
    case SDLK_UP:
        return KeyPress::Key::back_tab;
    case SDLK_SPACE:
        return KeyPress::Key::space;
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

void SdlEvents::take(const SDL_Event& event, const Panel& panel, std::vector<Event>& to)
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
        if (switches.types_blank() && std::string_view{event.text.text} == " ") break;
        to.emplace_back(Typed{static_cast<const char*>(event.text.text), when(event.text.timestamp)});
        break;
    case SDL_KEYDOWN:
        if (const auto key = key_of(event.key, switches))
            to.emplace_back(KeyPress{*key, when(event.key.timestamp)});
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

} // namespace frikort::kiosk::ui
