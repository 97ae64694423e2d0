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
    // The server that this kiosk is enrolled with says what time it is, or staff do.
    virtual void confirm(std::chrono::sys_seconds server_time) = 0;
    virtual bool confirmed() const = 0;
    std::chrono::milliseconds running() const override;

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The machine's clock, and whether to believe it (sync.md R10): when the server confirmed it since start, or
// when the machine has a battery clock that never ran back.
class SystemClock : public KioskClock {
public:
    enum class BatteryClock : bool { no, yes };
    // What a machine's clock is held against. `last_seen`: the last day this kiosk wrote down; `built`: the
    // day this program was built. A machine that is behind one of them ran back.
    struct Known {
        std::optional<core::base::Date> last_seen;
        std::optional<core::base::Date> built;
    };
    SystemClock(BatteryClock, const Known&);

    core::base::Date today() const override;
    bool trusted() const override;
    // From then on the day is counted from that, whatever the machine's clock does.
    void confirm(std::chrono::sys_seconds server_time) override;
    bool confirmed() const override { return start_by_server_.has_value(); }

    static bool believed(BatteryClock, const Known&, core::base::Date machine);

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
    bool confirmed() const override { return false; }

private:
    core::base::Date day_;
};

// The last day this kiosk wrote down, for its next start. One thread.
class LastDay {
public:
    explicit LastDay(core::store::Store& store) : store_{store} {}
    // Nothing when none was. Throws StoreFailure.
    std::optional<core::base::Date> read();
    // To be called often: writes the clock's day down when it is later than what stands there; a day that was
    // confirmed also when it is earlier, for then the other was wrong. A disk without room is no reason to
    // stop.
    void keep(const KioskClock&);

private:
    core::store::Store& store_;
    std::optional<core::base::Date> kept_; // as far as this object knows
};

// The machine's clock, held against the last day this kiosk wrote down; or for trials one day that never
// ends. Throws StoreFailure.
std::unique_ptr<KioskClock> make_clock(std::optional<core::base::Date> fixed, LastDay&);

} // namespace frikort::kiosk::app
