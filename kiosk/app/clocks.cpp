// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/clocks.hpp"

#include <filesystem>

namespace frikort::kiosk::app {

using core::base::Date;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using std::chrono::system_clock;

namespace {

constexpr const char* last_day_fact = "last_day";

// Does this machine keep time while it is switched off?
SystemClock::BatteryClock battery_clock()
{
    std::error_code ignored;
    const bool found = std::filesystem::exists("/sys/class/rtc/rtc0", ignored);
    return found ? SystemClock::BatteryClock::yes : SystemClock::BatteryClock::no;
}

} // namespace

milliseconds KioskClock::running() const { return duration_cast<milliseconds>(steady_clock::now() - start_); }

SystemClock::SystemClock(BatteryClock battery, std::optional<Date> last_seen)
    : believed_{battery == BatteryClock::yes &&
                (!last_seen || *last_seen <= Date::in_denmark(system_clock::now()))}
{
}

Date SystemClock::today() const
{
    if (start_by_server_) return Date::in_denmark(*start_by_server_ + running());
    return Date::in_denmark(system_clock::now());
}

bool SystemClock::trusted() const { return start_by_server_ || believed_; }

void SystemClock::confirm(std::chrono::sys_seconds server_time)
{
    start_by_server_ = server_time - running();
}

std::unique_ptr<KioskClock> make_clock(std::optional<Date> fixed, core::store::Store& store)
{
    if (fixed) return std::make_unique<FixedDay>(*fixed);
    auto work = store.begin();
    const auto kept = work->facts().get(last_day_fact);
    const auto last_seen = kept ? Date::from_iso(*kept) : std::nullopt;
    auto clock = std::make_unique<SystemClock>(battery_clock(), last_seen);
    const auto today = Date::in_denmark(system_clock::now());
    if (!last_seen || *last_seen < today) {
        work->facts().set(last_day_fact, today.iso());
        work->commit();
    }
    return clock;
}

} // namespace frikort::kiosk::app
