// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/idle.hpp"

#include <algorithm>

namespace frikort::kiosk::app {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

Idle::Patience Idle::Patience::within_bounds(milliseconds before_asking, milliseconds to_answer)
{
    return {std::clamp<milliseconds>(before_asking, 2min, 5min),
            std::clamp<milliseconds>(to_answer, 20s, 45s)};
}

Idle::State Idle::at(milliseconds now) const
{
    const auto quiet = now - last_;
    if (quiet < patience_.before_asking) return State::awake;
    return quiet < patience_.before_asking + patience_.to_answer ? State::asking : State::over;
}

milliseconds Idle::until_change(milliseconds now) const
{
    const auto asks = last_ + patience_.before_asking;
    const auto ends = asks + patience_.to_answer;
    return std::max(0ms, now < asks ? asks - now : ends - now);
}

int Idle::seconds_to_answer(milliseconds now) const
{
    const auto left = last_ + patience_.before_asking + patience_.to_answer - now;
    return static_cast<int>(std::max<milliseconds::rep>(0, (left.count() + 999) / 1000));
}

} // namespace frikort::kiosk::app
