// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "sync/central/api/clock.hpp"
#include "tests/sim/timeline.hpp"

namespace frikort::tests::sim {

// Clocks that people and batteries set, by years.
class CentralClock final : public sync::central::api::Clock {
public:
    explicit CentralClock(const Timeline& time) : time_{time} {}
    std::chrono::sys_seconds now() const override
    {
        return set_ + std::chrono::duration_cast<std::chrono::seconds>(time_.now());
    }
    void set_by(std::chrono::seconds some) { set_ += some; }

private:
    const Timeline& time_;
    std::chrono::sys_seconds set_{std::chrono::seconds{1'763'000'000}}; // November 2025
};

class KioskClock final : public core::base::Clock {
public:
    core::base::Date today() const override { return today_; }
    bool trusted() const override { return trusted_; }
    std::chrono::milliseconds running() const override { return {}; }
    enum class Trust { yes, no };
    void set(core::base::Date day, Trust trust)
    {
        today_ = day;
        trusted_ = trust == Trust::yes;
    }

private:
    core::base::Date today_ = *core::base::Date::from_iso("2025-11-20");
    bool trusted_ = true;
};

} // namespace frikort::tests::sim
