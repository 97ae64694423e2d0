// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/timeline.hpp"

#include <algorithm>

namespace frikort::tests::sim {

void Timeline::at(Moment when, std::function<void()> happens)
{
    ahead_.emplace(std::pair{std::max(when, now_), order_++}, std::move(happens));
}

void Timeline::tell(Moment when, std::function<void()> story)
{
    const auto name = ++named_;
    stories_[name].fiber = std::make_unique<Fiber>(std::move(story));
    at(when, [this, name] { go_on(name); });
}

void Timeline::go_on(Name name)
{
    telling_ = name;
    auto& fiber = *stories_.at(name).fiber;
    fiber.go_on();
    telling_ = 0;
    if (fiber.over()) stories_.erase(name);
}

void Timeline::wake_at(Moment when, Name name)
{
    at(when, [this, name, wait = stories_.at(name).waits] {
        const auto story = stories_.find(name);
        if (story != stories_.end() && story->second.waits == wait) go_on(name);
    });
}

void Timeline::wait(Moment some)
{
    if (telling_ == 0) return;
    auto& story = stories_.at(telling_);
    ++story.waits;
    wake_at(now_ + some, telling_);
    story.fiber->pause();
}

void Timeline::wait(Moment some, Bell& bell)
{
    if (telling_ == 0) return;
    auto& story = stories_.at(telling_);
    ++story.waits;
    wake_at(now_ + some, telling_);
    bell.ring_ = [this, name = telling_] { wake_at(now_, name); };
    story.fiber->pause();
    bell.ring_ = nullptr;
}

bool Timeline::step()
{
    if (ahead_.empty()) return false;
    auto next = ahead_.extract(ahead_.begin());
    now_ = next.key().first;
    next.mapped()();
    return true;
}

void Timeline::end()
{
    ahead_.clear();
    stories_.clear();
}

} // namespace frikort::tests::sim
