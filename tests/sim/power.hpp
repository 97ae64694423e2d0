// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace frikort::tests::sim {

// Thrown through whatever a machine was doing when its power went. No std::exception, so that nobody takes it
// for a failure of the world that can be answered.
struct PowerCut {};

// Whether a machine runs. What writes to its disk counts here, and at the drawn write the power goes.
class Power {
public:
    enum class Write {
        goes_on,
        is_lost,
        is_kept
    }; // the last two: the power goes, without or with this write

    // The power goes at this many writes from now; `last` says what becomes of that one.
    enum class Last { is_lost, is_kept };
    void cut_at(std::uint64_t writes, Last last)
    {
        left_ = writes;
        last_ = last;
    }
    void cut_no_more() { left_.reset(); }
    Write write()
    {
        if (!on_) return Write::is_lost;
        if (!left_ || (*left_)-- > 1) return Write::goes_on;
        off();
        return last_ == Last::is_kept ? Write::is_kept : Write::is_lost;
    }
    void off()
    {
        left_.reset();
        if (!on_) return;
        on_ = false;
        ++life_;
        if (went_off) went_off();
    }
    void on() { on_ = true; }
    bool is_on() const { return on_; }
    // Grows when the power goes: who comes back from waiting in an earlier life is gone.
    std::uint64_t life() const { return life_; }
    void need(std::uint64_t life) const
    {
        if (!on_ || life_ != life) throw PowerCut{};
    }
    void need() const { need(life_); }

    std::function<void()> went_off; // somebody sees it and will switch it on again

private:
    bool on_ = true;
    Last last_ = Last::is_lost;
    std::uint64_t life_ = 0;
    std::optional<std::uint64_t> left_;
};

} // namespace frikort::tests::sim
