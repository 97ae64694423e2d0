// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <utility>

#include "core/base/text.hpp"
#include "kiosk/ui/inside.hpp"

namespace frikort::kiosk::ui {

namespace {

// A hand is slower than this from one key to the next, most scanners are quicker.
constexpr Instant scanner_pace{60};

} // namespace

void Ui::hear(const Event& event)
{
    UiInside& in = *inside_;
    if (const auto* finger = std::get_if<Finger>(&event)) {
        in.touch.hear(*finger);
        in.heard = true;
        const bool elsewhere = in.stepping != Stepping::halves;
        if (finger->phase == Finger::Phase::down && elsewhere) in.focus.reset();
    }
    const auto* typed = std::get_if<Typed>(&event);
    if (typed && std::exchange(in.drop_blank, false) && typed->characters == " ") return;
    if (typed) {
        in.scanner.type(typed->characters, typed->when);
        if (in.scanner.drops())
            core::base::wipe(in.waiting_letters);
        else
            in.waiting_letters += typed->characters;
        in.last_letter = typed->when;
        in.heard = true;
    }
    if (const auto* press = std::get_if<KeyPress>(&event)) {
        in.heard = true;
        if (press->key == KeyPress::Key::backspace) {
            ++in.waiting_backspaces;
            in.scanner.clear();
        } else if (press->key == KeyPress::Key::enter) {
            if (auto line = in.scanner.enter(press->when)) {
                in.lines.push_back(std::move(*line));
                core::base::wipe(in.waiting_letters);
            } else {
                in.by_hand = true;
                in.keys.push_back(*press);
            }
        } else if (press->key == KeyPress::Key::space) {
            // Of a hand that steps; a scanner's blank comes right behind its letters.
            const bool scanning = !in.waiting_letters.empty() && press->when - in.last_letter < scanner_pace;
            in.drop_blank = in.focus && !scanning;
            if (in.drop_blank) in.keys.push_back(*press);
        } else {
            in.keys.push_back(*press);
        }
    }
    if (std::holds_alternative<Closed>(event)) closed_ = true;
}

std::string Ui::take_letter()
{
    UiInside& in = *inside_;
    in.by_hand = !in.waiting_letters.empty() && (in.by_hand || now_ - in.last_letter >= scanner_pace);
    if (!in.by_hand) return {};
    std::size_t length = 1;
    while (length < in.waiting_letters.size() &&
           (static_cast<unsigned char>(in.waiting_letters[length]) & 0xC0) == 0x80)
        ++length;
    std::string letter = in.waiting_letters.substr(0, length);
    auto rest = in.waiting_letters.substr(length);
    core::base::wipe(in.waiting_letters); // what was typed stands nowhere longer than it must
    in.waiting_letters = std::move(rest);
    return letter;
}

void Ui::take_key()
{
    UiInside& in = *inside_;
    if (in.keys.empty() || (in.by_hand && !in.waiting_letters.empty())) return;
    const KeyPress press = in.keys.front();
    in.keys.pop_front();
    in.again = true;
    using enum KeyPress::Key;
    if (press.key == enter || press.key == space || press.key == choose) {
        if (in.focus) in.acted = in.focus;
        return;
    }
    if (press.key == tab || press.key == back_tab) {
        take_step(press.key == tab ? Direction::forward : Direction::back);
        return;
    }
    in.escaped = press.key == escape;
    if (in.stepping == Stepping::targets) in.focus.reset();
}

std::optional<Instant> Ui::due() const
{
    if (inside_->waiting_letters.empty()) return std::nullopt;
    return inside_->last_letter + scanner_pace;
}

std::optional<std::string> Ui::scanned() const { return inside_->scanned; }
std::string Ui::typed() const { return inside_->typed; }
bool Ui::backspaced() const { return inside_->backspaced; }
bool Ui::touched() const { return inside_->touched; }

} // namespace frikort::kiosk::ui
