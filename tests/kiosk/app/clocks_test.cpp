// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/clocks.hpp"

#include "core/store/memory_store.hpp"
#include "tests/support/catch.hpp"

// When the kiosk believes its machine's clock (sync.md R10).

using namespace frikort::kiosk::app;
using frikort::core::base::Date;
using Battery = SystemClock::BatteryClock;

namespace {

Date day(const char* iso) { return *Date::from_iso(iso); }

// A clock that says what it is told to say.
class SetClock final : public KioskClock {
public:
    Date today() const override { return today_; }
    bool trusted() const override { return trusted_; }
    bool confirmed() const override { return confirmed_; }
    void confirm(std::chrono::sys_seconds) override {}
    void say(const char* iso) { today_ = day(iso); }
    void say_confirmed(const char* iso)
    {
        say(iso);
        trusted_ = confirmed_ = true;
    }
    void doubt() { trusted_ = confirmed_ = false; }

private:
    Date today_ = day("2025-06-02");
    bool trusted_ = true;
    bool confirmed_ = false;
};

std::chrono::sys_seconds noon(int year, unsigned month, unsigned day)
{
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} + hours{12};
}

} // namespace

TEST_CASE("A battery clock is believed unless it is behind what this kiosk saw or behind its own program")
{
    const SystemClock::Known nothing{};
    const SystemClock::Known new_kiosk{{}, day("2025-11-01")};
    const SystemClock::Known old_kiosk{day("2026-03-01"), day("2025-11-01")};
    CHECK(SystemClock::believed(Battery::yes, nothing, day("2023-01-01")));
    CHECK_FALSE(SystemClock::believed(Battery::no, nothing, day("2026-01-01")));
    CHECK_FALSE(SystemClock::believed(Battery::yes, new_kiosk, day("2023-01-01")));
    CHECK(SystemClock::believed(Battery::yes, new_kiosk, day("2025-11-01")));
    CHECK_FALSE(SystemClock::believed(Battery::yes, old_kiosk, day("2026-02-28")));
    CHECK(SystemClock::believed(Battery::yes, old_kiosk, day("2026-03-01")));
    CHECK_FALSE(SystemClock::believed(Battery::no, old_kiosk, day("2026-03-01")));
}

TEST_CASE("The day a server tells holds until the program ends, whatever the machine says")
{
    SystemClock clock{Battery::no, {}};
    CHECK_FALSE(clock.trusted());
    clock.confirm(noon(2031, 5, 4));
    CHECK(clock.trusted());
    CHECK(clock.confirmed());
    CHECK(clock.today() == day("2031-05-04"));
}

TEST_CASE("A kiosk that runs for months and then falls back to the summer does not believe its clock")
{
    frikort::core::store::MemoryStore store;
    {
        LastDay last{store};
        SetClock clock;
        last.keep(clock);
        clock.say("2025-11-20"); // it ran on, and nobody started it anew
        last.keep(clock);
    }
    const auto seen = LastDay{store}.read();
    CHECK(seen == day("2025-11-20"));
    CHECK_FALSE(SystemClock::believed(Battery::yes, {seen, {}}, day("2025-08-01")));
}

TEST_CASE("A day that nobody believes is not written down, and a confirmed one puts a wrong one right")
{
    frikort::core::store::MemoryStore store;
    LastDay last{store};
    SetClock clock;
    clock.say("2099-01-01"); // a battery that runs wild
    last.keep(clock);
    CHECK(LastDay{store}.read() == day("2099-01-01"));
    clock.say("2025-11-20");
    last.keep(clock);
    CHECK(LastDay{store}.read() == day("2099-01-01"));
    clock.say_confirmed("2025-11-20");
    last.keep(clock);
    CHECK(LastDay{store}.read() == day("2025-11-20"));
    clock.doubt();
    clock.say("2031-01-01");
    last.keep(clock);
    CHECK(LastDay{store}.read() == day("2025-11-20"));
}
