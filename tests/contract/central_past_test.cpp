// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;

namespace {

store::Stock::Standing standing(store::CentralStore& store) { return store.look()->stock().standing(); }
bool was_at(store::CentralStore& store, const store::Stock::Standing& standing)
{
    return store.look()->stock().was_at(standing.counter, standing.mark);
}

} // namespace

TEMPLATE_TEST_CASE("The server knows each place where it was", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    std::vector<store::Stock::Standing> places{standing(on.store())};
    for (const auto& record : chain(3)) {
        take(on.store(), record);
        places.push_back(standing(on.store()));
    }
    {
        const auto work = on.store().begin();
        work->follows().follow(notebook(2), notebook(1), store::Seconds{});
        work->commit();
    }
    places.push_back(standing(on.store()));
    on.reopen();
    CHECK(standing(on.store()) == places.back());
    for (const auto& place : places) CHECK(was_at(on.store(), place));
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i].mark != places[i - 1].mark);
}

TEMPLATE_TEST_CASE("A server that took other records in between was never there", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType here;
    TestType there;
    const auto common = made({});
    const auto last = made({.by = device(3), .id = named<base::Id>(7)});
    for (auto* on : {&here, &there}) take(on->store(), common);
    const auto before = standing(here.store());
    take(here.store(), made({.by = device(2), .id = named<base::Id>(5)}));
    take(there.store(), made({.by = device(2), .id = named<base::Id>(6)}));
    for (auto* on : {&here, &there}) take(on->store(), last);

    CHECK(was_at(there.store(), before));
    CHECK(standing(here.store()).counter == standing(there.store()).counter);
    CHECK_FALSE(was_at(there.store(), standing(here.store())));
    take(here.store(), made({.by = device(4), .id = named<base::Id>(8)}));
    CHECK_FALSE(was_at(there.store(), standing(here.store()))); // so far it never came
}

TEMPLATE_TEST_CASE("What comes at once is one step of the server's past", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    std::vector<store::Stock::Offer> offers;
    for (const auto& record : chain(3)) offers.push_back(offer(record));
    {
        const auto work = on.store().begin();
        CHECK(work->stock().take(offers) == std::vector(3, store::Stock::Taken::accepted));
        work->commit();
    }
    CHECK(standing(on.store()).counter == 3);
    CHECK(numbers(page(on.store(), 0)) == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(was_at(on.store(), standing(on.store())));
    CHECK_FALSE(was_at(on.store(), {"", 2, standing(on.store()).mark}));
}

TEMPLATE_TEST_CASE("What is not new or is set aside leaves the server where it was", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({}));
    const auto place = standing(on.store());
    take(on.store(), made({}));
    take(on.store(), made({.body = {9}}));
    CHECK(standing(on.store()) == place);
    {
        const auto work = on.store().begin();
        const auto never_kept = offer(made({.by = device(2), .id = named<base::Id>(5)}));
        work->stock().take({&never_kept, 1});
        CHECK(work->stock().standing().counter == place.counter + 1);
    }
    CHECK(standing(on.store()) == place);
    CHECK(was_at(on.store(), place));
}
