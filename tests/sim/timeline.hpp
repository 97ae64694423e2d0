// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <iomanip>
#include <map>
#include <memory>
#include <ostream>

#include "tests/sim/draw.hpp"
#include "tests/sim/fiber.hpp"

namespace frikort::tests::sim {

// The order in which everything happens: by moment, then by who came first. Runs ahead of real time.
class Timeline {
public:
    using Name = std::uint64_t;
    Moment now() const { return now_; }
    // The story that goes on now; 0 outside all of them.
    Name telling() const { return telling_; }

    void at(Moment, std::function<void()>);
    // A story of its own that may `wait`. Begins at the given moment.
    void tell(Moment, std::function<void()> story);
    // Inside a story: goes on after so long. Elsewhere it does nothing.
    void wait(Moment);
    // Inside a story: the same, or as soon as the bell rings.
    class Bell;
    void wait(Moment, Bell&);

    // What happens next. False when nothing will ever happen again.
    bool step();
    // A line for whoever wants to follow what happens.
    template <class... Words>
    void say(const Words&... words)
    {
        if (tale_ == nullptr) return;
        *tale_ << std::setw(8) << now_.count() << " ms  ";
        (*tale_ << ... << words) << "\n";
    }
    void tell_to(std::ostream* tale) { tale_ = tale; }
    // All stories end where they stand.
    void end();

private:
    struct Story {
        std::unique_ptr<Fiber> fiber;
        std::uint64_t waits = 0; // whoever would wake it for an earlier wait comes too late
    };
    void wake_at(Moment, Name);
    void go_on(Name);

    Moment now_{0};
    std::ostream* tale_ = nullptr;
    std::uint64_t order_ = 0;
    std::map<std::pair<Moment, std::uint64_t>, std::function<void()>> ahead_;
    std::map<Name, Story> stories_;
    Name named_ = 0;
    Name telling_ = 0; // none
};

class Timeline::Bell {
public:
    void ring()
    {
        if (ring_) ring_();
    }

private:
    friend class Timeline;
    std::function<void()> ring_;
};

} // namespace frikort::tests::sim
