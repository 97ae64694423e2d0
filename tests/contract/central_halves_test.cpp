// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Half;

TEMPLATE_TEST_CASE(
    "A kiosk that lost its key is said to be the one it was, hears what that heard, and stays it",
    "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const store::Centre havnen{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
    {
        const auto work = on.store().begin();
        work->centres().add(havnen);
        for (const auto which : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}})
            work->kiosks().add({device(which), named<store::DeviceKey>(which), havnen.stream, {}, 1, {}});
        work->commit();
    }
    take(on.store(), made({.what = records::Class::key}));
    const store::Stock::Listener again{device(2), havnen.stream, {}};
    CHECK_FALSE(on.store().look()->stock().hears(again, notebook(1)));
    {
        const auto work = on.store().begin();
        work->kiosks().revoke(device(1), store::Seconds{std::chrono::seconds{9}});
        work->kiosks().adopt(device(2), device(1));
        work->kiosks().adopt(device(2), device(3)); // once is for good
        work->commit();
    }
    on.reopen();
    CHECK(on.store().look()->kiosks().find(device(2))->before == device(1));
    CHECK(on.store().look()->stock().hears(again, notebook(1)));
}

TEMPLATE_TEST_CASE("The half of a kiosk's pepper is kept for it alone and never replaced", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const store::Centre havnen{{records::StreamKind::centre, named<base::Hash>(5)}, "Havnen"};
    {
        const auto work = on.store().begin();
        work->centres().add(havnen);
        for (const auto which : {std::uint8_t{1}, std::uint8_t{2}})
            work->kiosks().add({device(which), named<store::DeviceKey>(which), havnen.stream, {}, 1, {}});
        work->commit();
    }
    CHECK_FALSE(on.store().look()->halves().of(device(1)));
    {
        const auto work = on.store().begin();
        work->halves().keep(device(1), named<Half>(11));
    } // and the power goes
    CHECK_FALSE(on.store().look()->halves().of(device(1)));
    {
        const auto work = on.store().begin();
        work->halves().keep(device(1), named<Half>(12));
        CHECK(work->halves().of(device(1)) == named<Half>(12));
        work->halves().keep(device(1), named<Half>(13));
        work->commit();
    }
    on.reopen();
    CHECK(on.store().look()->halves().of(device(1)) == named<Half>(12));
    CHECK_FALSE(on.store().look()->halves().of(device(2)));
}
