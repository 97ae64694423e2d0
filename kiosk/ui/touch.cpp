// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/touch.hpp"

#include <cmath>
#include <utility>

namespace frikort::kiosk::ui {

void Touch::hear(const Finger& finger)
{
    // A panel that has gone mad must not fill the memory; what presses and lifts is never left out.
    constexpr std::size_t sensible = 4096;
    if (finger.phase == Finger::Phase::move && waiting_.size() > sensible) return;
    waiting_.push_back(finger);
}

void Touch::advance(const Semantics& targets)
{
    act_.reset();
    swipe_.reset();
    while (!waiting_.empty() && !act_ && !swipe_) {
        const Finger finger = waiting_.front();
        waiting_.pop_front();
        switch (finger.phase) {
        case Finger::Phase::down:
            press(finger, targets);
            break;
        case Finger::Phase::move:
            move(finger);
            break;
        case Finger::Phase::up:
            release(finger, targets);
            break;
        case Finger::Phase::lost:
            if (press_ && press_->who == finger.who) press_.reset();
            break;
        }
    }
}

std::optional<NodeId> Touch::pressed() const
{
    if (!press_ || !press_->alive || press_->target == 0) return std::nullopt;
    return press_->target;
}

void Touch::screen_changed()
{
    if (press_) {
        press_->alive = false;
        press_->swallowed = true;
    }
    if (last_) last_->moved_on = true;
}

bool Touch::take_woken() { return std::exchange(woken_, false); }

void Touch::press(const Finger& finger, const Semantics& targets)
{
    if (press_ && press_->who != finger.who) return; // a second finger, a palm
    press_ = Press{};
    press_->who = finger.who;
    press_->from = finger.at;
    if (std::exchange(dozing_, false)) {
        woken_ = true;
        press_->swallowed = true;
        return;
    }
    const Node* node = targets.at(finger.at);
    if (!node) return;
    press_->target = node->id;
    press_->hit = *node->hit;
    const bool soon = last_ && finger.when - last_->when < double_strike;
    if (soon && (last_->moved_on || last_->target == node->id)) press_->alive = false;
}

void Touch::move(const Finger& finger)
{
    if (!press_ || press_->who != finger.who || press_->target == 0) return;
    const bool strayed = !press_->hit.grown(sizes_.slop).contains(finger.at);
    const bool far = std::hypot(finger.at.x - press_->from.x, finger.at.y - press_->from.y) > sizes_.breadth;
    if (strayed || far) press_->alive = false;
}

void Touch::release(const Finger& finger, const Semantics& targets)
{
    if (!press_ || press_->who != finger.who) return;
    move(finger);
    const Press press = *std::exchange(press_, std::nullopt);
    const float up = press.from.y - finger.at.y;
    const float sideways = std::abs(press.from.x - finger.at.x);
    if (press.alive && press.target != 0) {
        const Node* node = targets.at(finger.at);
        if (node && node->id == press.target) {
            act_ = Act{press.target};
            last_ = Last{press.target, finger.when, false};
        }
        return;
    }
    const bool upright = std::abs(up) > sizes_.breadth && std::abs(up) > sideways;
    if (upright && !press.swallowed) swipe_ = Swipe{press.from, up};
}

} // namespace frikort::kiosk::ui
