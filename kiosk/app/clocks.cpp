// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/clocks.hpp"

#include <filesystem>

#include <spdlog/spdlog.h>

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

SystemClock::SystemClock(BatteryClock battery, const Known& known)
    : believed_{believed(battery, known, Date::in_denmark(system_clock::now()))}
{
}

bool SystemClock::believed(BatteryClock battery, const Known& known, Date machine)
{
    const auto is_behind = [&](const std::optional<Date>& day) { return day && machine < *day; };
    return battery == BatteryClock::yes && !is_behind(known.last_seen) && !is_behind(known.built);
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

std::optional<Date> LastDay::read()
{
    if (!kept_) {
        const auto kept = store_.begin()->facts().get(last_day_fact);
        kept_ = kept ? Date::from_iso(*kept) : std::nullopt;
    }
    return kept_;
}

void LastDay::keep(const KioskClock& clock)
{
    const auto today = clock.today();
    if (kept_ == today || !clock.trusted()) return;
    try {
        const auto before = read();
        if (before && today <= *before && !clock.confirmed()) return;
        const auto work = store_.begin();
        work->facts().set(last_day_fact, today.iso());
        work->commit();
        kept_ = today;
    } catch (const core::store::StoreFailure& failure) {
        if (failure.kind == core::store::StoreFailure::Kind::damaged) throw;
        spdlog::warn("the day is not written down: {}", failure.what());
        kept_ = today; // asked again tomorrow
    }
}

std::unique_ptr<KioskClock> make_clock(std::optional<Date> fixed, LastDay& last)
{
    if (fixed) return std::make_unique<FixedDay>(*fixed);
    return std::make_unique<SystemClock>(battery_clock(),
                                         SystemClock::Known{last.read(), Date::from_iso(FRIKORT_BUILT)});
}

} // namespace frikort::kiosk::app
