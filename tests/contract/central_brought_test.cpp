// SPDX-License-Identifier: MPL-2.0
#include "core/records/sum.hpp"
#include "core/store/brought.hpp"
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Stock;
using Taken = Stock::Taken;

TEMPLATE_TEST_CASE(
    "An erasure that others brought takes no number, and gets its own when its writer brings it", "[central]",
    CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    auto all = chain(2);
    Recipe recipe{.number = 3, .what = records::Class::erase, .previous = all.back().hash()};
    all.push_back(made(recipe));
    const auto& erasure = all[2];
    all.push_back(made({.number = 4, .in = notebook(2), .previous = erasure.hash()}));
    const auto held = [&] { return on.store().look()->stock().held_from(device(1), 9); };
    take(on.store(), all[0]);
    CHECK(take(on.store(), store::brought(erasure)) == Taken::accepted);
    CHECK(take(on.store(), store::brought(erasure)) == Taken::duplicate);
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(held().highest == 1);
    records::Sum sum; // as kiosks make it, who know the id that its writer gave it
    sum.add(id_of(erasure), erasure.hash());
    CHECK(on.store().look()->stock().sum(notebook(1)) == sum.value());

    SECTION("one after the other")
    {
        CHECK(take(on.store(), all[3]) == Taken::accepted);
        CHECK(take(on.store(), all[1]) == Taken::erased);
        CHECK(held().lacks == std::vector<Stock::Range>{{3, 3}});
        CHECK(take(on.store(), erasure) == Taken::duplicate);
    }
    SECTION("with all that belongs to it")
    {
        const auto work = on.store().begin();
        const std::vector offers{offer(all[1]), offer(erasure), offer(all[3])};
        CHECK(work->stock().take(offers) == std::vector{Taken::erased, Taken::duplicate, Taken::accepted});
        work->commit();
    }
    CHECK(held().highest == 4);
    CHECK(held().lacks.empty());
    CHECK(take(on.store(), erasure) == Taken::duplicate);
    CHECK(take(on.store(), made({.by = device(2), .in = notebook(2), .id = id_of(erasure)})) ==
          Taken::other_device); // the id is the writer's now
    CHECK(numbers(page(on.store(), 0)) == std::vector<std::uint64_t>{3});
    CHECK(page(on.store(), 0, 100, 1 << 20, device(1)).records.empty());
    on.reopen();
    CHECK(held().lacks.empty());
}

TEMPLATE_TEST_CASE("An erasure that others brought stands beside what its writer wrote under that number",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(1, {.in = notebook(2)});
    const auto made_up = made({.what = records::Class::erase, .id = named<base::Id>(77)});
    take(on.store(), all[0]);
    CHECK(take(on.store(), store::brought(made_up)) == Taken::accepted);
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(take(on.store(), all[0]) == Taken::duplicate);
    CHECK(on.store().look()->stock().quarantined() == 0);
    CHECK(take(on.store(), made_up) == Taken::other_record); // if it wrote both it is two machines
    CHECK(on.store().look()->stock().quarantined() == 1);
}

TEMPLATE_TEST_CASE(
    "An erasure that others bring stands in no chain, and however they vary it nothing is put aside",
    "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.by = device(2)}));
    const auto varied = [](std::uint8_t previous) {
        return made({.what = records::Class::erase, .previous = base::Hash{{previous}}});
    };
    CHECK(take(on.store(), store::brought(varied(1))) == Taken::accepted);
    for (std::uint8_t more = 2; more < 5; ++more)
        CHECK(take(on.store(), store::brought(varied(more))) == Taken::duplicate);
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(on.store().look()->stock().quarantined() == 0);
    CHECK(on.store().look()->stock().held_from(device(1), 9).highest == 0);
    const auto as_made = made({.what = records::Class::erase}); // by its writer, who knows what was before it
    CHECK(take(on.store(), as_made) == Taken::duplicate);
    CHECK(take(on.store(), store::brought(varied(7))) == Taken::duplicate);
    CHECK(on.store().look()->stock().held_from(device(1), 9).highest == 1);
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(as_made)});
    on.reopen();
    CHECK(take(on.store(), made({.number = 2, .previous = as_made.hash()})) == Taken::erased);
}

TEMPLATE_TEST_CASE("An erasure of which only a stub came keeps its place when others bring the whole of it",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(2, {.in = notebook(2)});
    for (const auto& record : all) take(on.store(), record);
    const auto erasure = made({.number = 3, .what = records::Class::erase, .previous = all[1].hash()});
    CHECK(take(on.store(), offer(erasure, Stock::Offer::Form::stub)) == Taken::accepted);
    CHECK_FALSE(on.store().look()->stock().is_erased(notebook(1)));
    for (int again = 0; again < 3; ++again)
        CHECK(take(on.store(), store::brought(erasure)) == Taken::duplicate);
    on.reopen();
    const auto look = on.store().look();
    CHECK(look->stock().is_erased(notebook(1)));
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(erasure)});
    for (const auto& count : look->stock().counts())
        CHECK(count.records == (count.stream == notebook(1) ? 1 : 2));
    CHECK(look->stock().hears(who(1), notebook(1)));
    CHECK(look->stock().held_from(device(1), 9).highest == 3);
    CHECK(look->stock().held_from(device(1), 9).lacks.empty());
    CHECK(page(on.store(), 0, 100, 1 << 20, device(1)).records.empty()); // it is his own
    CHECK(take(on.store(), made({.number = 4, .in = notebook(2), .previous = erasure.hash()})) ==
          Taken::accepted);
}

TEMPLATE_TEST_CASE("An erasure takes effect whoever has its id, its number or its place in the chain",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    const bool is_brought_first = GENERATE(false, true);
    TestType on;
    const auto begun = made({.in = notebook(1)});
    take(on.store(), begun);
    auto erasure = made({.number = 2, .what = records::Class::erase, .previous = begun.hash()});
    const auto id = id_of(erasure);
    auto expected = Taken::other_device;
    SECTION("another device has the id") { take(on.store(), made({.by = device(2), .id = id})); }
    SECTION("the device has written another under the number")
    {
        take(on.store(),
             made({.number = 2, .in = notebook(2), .id = named<base::Id>(8), .previous = begun.hash()}));
        expected = Taken::other_record;
    }
    SECTION("it was not made after what is here")
    {
        erasure = made({.number = 2, .what = records::Class::erase, .previous = base::Hash{{5}}});
        expected = Taken::broken_chain;
    }
    if (is_brought_first) CHECK(take(on.store(), store::brought(erasure)) == Taken::accepted);
    if (is_brought_first && expected == Taken::other_device) expected = Taken::duplicate;
    const auto taken = take(on.store(), erasure);
    CHECK((taken == expected || (is_brought_first && taken == Taken::other_device)));
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
    CHECK(take(on.store(), store::brought(erasure)) == Taken::duplicate);
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(erasure)});
    on.reopen();
    CHECK(on.store().look()->stock().is_erased(notebook(1)));
}
