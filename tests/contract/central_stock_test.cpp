// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <array>
#include <limits>
#include <thread>

#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Stock;
using Form = store::Stock::Offer::Form;
using Taken = store::Stock::Taken;

TEMPLATE_TEST_CASE("The server gives back what a kiosk sent byte for byte", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto record = made({.body = {0, 1, 0, 255}});
    CHECK(take(on.store(), record) == Taken::accepted);
    on.reopen();
    const auto found = page(on.store(), 0);
    REQUIRE(found.records.size() == 1);
    CHECK(found.records[0] == records::encode(record));
}

TEMPLATE_TEST_CASE("The same record again is a duplicate and there is still one", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto record = made({});
    take(on.store(), record);
    CHECK(take(on.store(), record) == Taken::duplicate);
    CHECK(page(on.store(), 0).records.size() == 1);
    CHECK(on.store().look()->stock().standing().counter == 1);
}

TEMPLATE_TEST_CASE("The same id with another amount is set aside and the first one stays", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = made({.body = {1}});
    take(on.store(), first);
    CHECK(take(on.store(), made({.body = {2}})) == Taken::other_record);
    CHECK(take(on.store(), made({.number = 2, .id = id_of(first), .body = {2}})) == Taken::other_record);
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(first)});
    CHECK(on.store().look()->stock().quarantined() == 2);
}

TEMPLATE_TEST_CASE("A record whose id another device used is set aside, and is no fault of this one",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto theirs = made({.by = device(2), .body = {1}});
    take(on.store(), theirs);
    CHECK(take(on.store(), made({.id = id_of(theirs), .body = {2}})) == Taken::other_device);
    CHECK(take(on.store(), made({.number = 2, .body = {3}})) == Taken::accepted);
    CHECK(take(on.store(), made({.number = 2, .id = id_of(theirs), .body = {4}})) == Taken::other_record);
    CHECK(on.store().look()->stock().quarantined() == 2);
}

TEMPLATE_TEST_CASE(
    "A record that is here comes again as a fork and is the same, whatever bears that number there",
    "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto record = made({});
    take(on.store(), record);
    take(on.store(), made({.by = device(2)}));
    auto as_fork = offer(record);
    as_fork.header.device = device(2);
    CHECK(take(on.store(), as_fork) == Taken::duplicate);
    CHECK(on.store().look()->stock().quarantined() == 0);
}

TEMPLATE_TEST_CASE("The same number with another id is set aside and the first one stays", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto first = made({});
    take(on.store(), first);
    const auto cloned = made({.id = named<base::Id>(9)});
    CHECK(take(on.store(), cloned) == Taken::other_record);
    CHECK(take(on.store(), cloned) == Taken::other_record);
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(first)});
    CHECK(on.store().look()->stock().quarantined() == 1);
}

TEMPLATE_TEST_CASE("A record made after another one than the server has is set aside", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({}));
    CHECK(take(on.store(), made({.number = 2, .previous = named<base::Hash>(7)})) == Taken::broken_chain);
    CHECK(take(on.store(), made({.by = device(2), .previous = named<base::Hash>(7)})) == Taken::broken_chain);
    CHECK(page(on.store(), 0).records.size() == 1);
}

TEMPLATE_TEST_CASE("A record that comes late fits between its neighbours or not at all", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(3);
    take(on.store(), all[0]);
    take(on.store(), all[2]);
    CHECK(take(on.store(), made({.number = 2, .body = {3}, .previous = all[0].hash()})) ==
          Taken::broken_chain);
    CHECK(take(on.store(), all[1]) == Taken::accepted);
}

TEMPLATE_TEST_CASE("A batch that is not committed never was", "[central]", CentralOnSqlite, CentralOnPostgres,
                   CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.by = device(2)}));
    {
        const auto work = on.store().begin();
        std::vector<Stock::Offer> offers;
        for (const auto& record : chain(3)) offers.push_back(offer(record));
        offers.push_back(offer(made({.id = named<base::Id>(9)})));
        CHECK(work->stock().take(offers) ==
              std::vector{Taken::accepted, Taken::accepted, Taken::accepted, Taken::other_record});
    }
    const auto look = on.store().look();
    CHECK(look->stock().standing().counter == 1);
    CHECK(look->stock().held_from(device(1), 9).highest == 0);
    CHECK_FALSE(look->stock().hears(who(1), notebook(1)));
    CHECK(look->stock().quarantined() == 0);
    CHECK(look->stock().counts().size() == 1);
    CHECK(look->stock().counts()[0].records == 1);
}

TEMPLATE_TEST_CASE("The server knows the numbers it lacks", "[central]", CentralOnSqlite, CentralOnPostgres,
                   CentralOnMemory)
{
    TestType on;
    const auto all = chain(9);
    for (const auto place : {2, 4, 5, 8}) take(on.store(), all[static_cast<std::size_t>(place)]);
    const auto held = on.store().look()->stock().held_from(device(1), 10);
    CHECK(held.highest == 9);
    CHECK(held.lacks == std::vector<Stock::Range>{{1, 2}, {4, 4}, {7, 8}});
    CHECK(on.store().look()->stock().held_from(device(1), 2).lacks.size() == 2);
    for (const auto& record : all) take(on.store(), record);
    CHECK(on.store().look()->stock().held_from(device(1), 10).lacks.empty());
    CHECK(on.store().look()->stock().held_from(device(1), 10).highest == 9); // though 8 came last
}

TEMPLATE_TEST_CASE("Who writes keys of a notebook after something else hears of it from then on", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto hears = [&] {
        return on.store().look()->stock().hears({device(1), notebook(9), {}}, notebook(1));
    };
    const auto entry = made({.in = notebook(1)});
    REQUIRE(take(on.store(), entry) == Taken::accepted);
    CHECK_FALSE(hears());
    const auto key =
        made({.number = 2, .in = notebook(1), .what = records::Class::key, .previous = entry.hash()});
    REQUIRE(take(on.store(), key) == Taken::accepted);
    CHECK(hears());
}

TEMPLATE_TEST_CASE("A stub fills a hole in the chain and is never handed out", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(3);
    take(on.store(), all[0]);
    take(on.store(), all[2]);
    CHECK(take(on.store(), offer(all[1], Form::stub)) == Taken::accepted);
    CHECK(take(on.store(), offer(all[1], Form::stub)) == Taken::duplicate);
    CHECK(on.store().look()->stock().held_from(device(1), 9).lacks.empty());
    CHECK(numbers(page(on.store(), 0)) == std::vector<std::uint64_t>{1, 3});

    SECTION("and the whole record takes its place when it comes after all")
    {
        const auto before = page(on.store(), 0).counter;
        take(on.store(), all[1]);
        CHECK(numbers(page(on.store(), before)) == std::vector<std::uint64_t>{2});
        CHECK(take(on.store(), offer(all[1], Form::stub)) == Taken::duplicate);
        CHECK(numbers(page(on.store(), 0)) == std::vector<std::uint64_t>{1, 3, 2});
    }
}

TEMPLATE_TEST_CASE("A record with the largest number there is does the server no harm", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto largest = std::uint64_t{1} << 53U;
    const auto last = made({.number = largest});
    CHECK(take(on.store(), last) == Taken::accepted);
    CHECK(take(on.store(), last) == Taken::duplicate);
    CHECK(on.store().look()->stock().held_from(device(1), 9).highest == largest);
    CHECK(on.store().look()->stock().held_from(device(1), 9).lacks ==
          std::vector<Stock::Range>{{1, largest - 1}});
}

TEMPLATE_TEST_CASE("Eight identical pushes at once give one record and eight successes", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto record = made({});
    std::array<Taken, 8> answers{};
    {
        std::vector<std::thread> senders;
        for (auto& answer : answers) senders.emplace_back([&] { answer = take(on.store(), record); });
        for (auto& sender : senders) sender.join();
    }
    CHECK(std::count(answers.begin(), answers.end(), Taken::accepted) == 1);
    CHECK(std::count(answers.begin(), answers.end(), Taken::duplicate) == 7);
    CHECK(page(on.store(), 0).records.size() == 1);
    CHECK(on.store().look()->stock().standing().counter == 1);
}
