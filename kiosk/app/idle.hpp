// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>

namespace frikort::kiosk::app {

// When nobody has touched the screen for a while: first a question, then everything is put away, so that the
// next person sees nothing of the one before. Sources: kiosk.md "idle"; kiosk-bar.md A13 (VVSG, WCAG 2.2.1).
class Idle {
public:
    struct Patience {
        std::chrono::milliseconds before_asking; // 2-5 min
        std::chrono::milliseconds to_answer;     // 20-45 s
        // What is outside those bounds becomes the nearest bound.
        static Patience within_bounds(std::chrono::milliseconds before_asking,
                                      std::chrono::milliseconds to_answer);
        // Locked after five minutes, the question within them.
        static Patience of_staff()
        {
            return {std::chrono::minutes{4} + std::chrono::seconds{30}, std::chrono::seconds{30}};
        }
        static Patience standard() { return {std::chrono::minutes{3}, std::chrono::seconds{30}}; }
    };
    enum class State { awake, asking, over };

    explicit Idle(Patience patience) : patience_{patience} {}

    // Somebody touched, scanned or typed: it all begins anew, as often as they like.
    void touched(std::chrono::milliseconds now) { last_ = now; }
    State at(std::chrono::milliseconds now) const;
    // Until the state changes by itself; what the loop may sleep at most.
    std::chrono::milliseconds until_change(std::chrono::milliseconds now) const;
    // Whole seconds left to answer, for the question on the screen; counted up, so never 0 while it is asked.
    int seconds_to_answer(std::chrono::milliseconds now) const;

private:
    Patience patience_;
    std::chrono::milliseconds last_{0};
};

} // namespace frikort::kiosk::app
