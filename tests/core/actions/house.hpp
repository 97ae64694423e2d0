// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>

#include "core/actions/correct_earning.hpp"
#include "core/actions/draft.hpp"
#include "core/actions/log_earning.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "core/actions/open_notebook.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/records/chain.hpp"
#include "core/sealing/slot.hpp"
#include "core/store/memory_store.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

// A kiosk with a store, and people who come to it.
namespace frikort::tests {

using namespace core;
using namespace core::actions;

class StoppedClock final : public base::Clock {
public:
    StoppedClock(const char* iso, bool trusted) : today_{*base::Date::from_iso(iso)}, trusted_{trusted} {}
    base::Date today() const override { return today_; }
    bool trusted() const override { return trusted_; }
    std::chrono::milliseconds running() const override { return {}; }

private:
    base::Date today_;
    bool trusted_;
};

inline const sealing::Cost cheap{std::size_t{8} << 10, 1};

class House {
public:
    explicit House(std::uint64_t seed = 1)
        : chance{seed}, kiosk{started(chance), sealing::Pepper::random(chance),
                              chance,          std::nullopt,
                              std::nullopt,    cheap}
    {
    }

    SeededChance chance;
    Kiosk kiosk;
    store::MemoryStore store;
    StoppedClock clock{"2025-11-21", true};

private:
    static sealing::SigningKey started(base::Chance& chance)
    {
        sealing::start();
        return sealing::SigningKey::random(chance);
    }
};

inline people::Code pin(const char* digits) { return *people::Pin::typed(digits); }
inline people::CallName name(const char* text) { return *people::CallName::from(text); }

inline Made new_notebook(House& house, const char* who = "Kim", const char* code = "482915")
{
    return *open_new_notebook(house.store, house.kiosk, {name(who), pin(code), Recovery::no, std::nullopt});
}

inline notebook::Earning paid(int kroner, const char* day = "2025-11-20")
{
    return {*base::Date::from_iso(day), "Café Klare", 180, money::Money::kroner(kroner)};
}

// A kiosk with one notebook open.
class Open : public House {
public:
    OpenNotebook open{std::move(new_notebook(*this).notebook)};

    base::Result<base::Id, NotLogged> log(const notebook::Earning& earning)
    {
        return log_earning(store, kiosk, open, earning, clock);
    }
    base::Result<base::Id, NotLogged> correct(const base::Id& entry, const notebook::Version& now,
                                              const std::optional<std::string>& reason = std::nullopt)
    {
        return correct_earning(store, kiosk, open, entry, now, reason, clock);
    }
    notebook::Book book() { return read_notebook(store, open).book; }
    money::Money sum() { return book().year(2025).sum; }
};

} // namespace frikort::tests
