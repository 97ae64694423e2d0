// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include "core/base/clock.hpp"
#include "core/store/store.hpp"

namespace frikort::kiosk::app {

// The clock the kiosk goes by.
class KioskClock : public core::base::Clock {
public:
    // The server that this kiosk is enrolled with says what time it is.
    virtual void confirm(std::chrono::sys_seconds server_time) = 0;
    std::chrono::milliseconds running() const override;

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The machine's clock, and whether to believe it (sync.md R10): when the server confirmed it since start, or
// when the machine has a battery clock that never ran back.
class SystemClock : public KioskClock {
public:
    enum class BatteryClock : bool { no, yes };
    // `last_seen`: the last day this kiosk wrote down; a machine that is behind it ran back.
    SystemClock(BatteryClock, std::optional<core::base::Date> last_seen);

    core::base::Date today() const override;
    bool trusted() const override;
    // From then on the day is counted from that, whatever the machine's clock does.
    void confirm(std::chrono::sys_seconds server_time) override;

private:
    bool believed_;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> start_by_server_;
};

// One day that never ends, for trials and the tour.
class FixedDay : public KioskClock {
public:
    explicit FixedDay(core::base::Date day) : day_{day} {}
    core::base::Date today() const override { return day_; }
    bool trusted() const override { return true; }
    void confirm(std::chrono::sys_seconds) override {}

private:
    core::base::Date day_;
};

// The machine's clock, held against the last day this kiosk wrote down, which is then moved on; or for trials
// one day that never ends. Throws StoreFailure.
std::unique_ptr<KioskClock> make_clock(std::optional<core::base::Date> fixed, core::store::Store&);

} // namespace frikort::kiosk::app
