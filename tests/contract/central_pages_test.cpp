// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Stock;

TEMPLATE_TEST_CASE("Pages follow one another without a gap or an overlap", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    for (const auto& record : chain(7)) take(on.store(), record);
    take(on.store(), made({.by = device(2), .in = notebook(2)}));

    const auto first = page(on.store(), 0, 3);
    CHECK(numbers(first) == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(first.more);
    const auto second = page(on.store(), first.counter, 3);
    CHECK(numbers(second) == std::vector<std::uint64_t>{4, 5, 6});
    const auto last = page(on.store(), second.counter, 3);
    CHECK(numbers(last) == std::vector<std::uint64_t>{7});
    CHECK_FALSE(last.more);
    CHECK(page(on.store(), last.counter, 3).records.empty());
    CHECK(page(on.store(), last.counter, 3).counter == last.counter);
}

TEMPLATE_TEST_CASE("A page keeps to its bytes but always has one record", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto all = chain(3);
    for (const auto& record : all) take(on.store(), record);
    const auto one = records::encode(all[0]).size();
    CHECK(page(on.store(), 0, 100, 2 * one).records.size() == 2);
    CHECK(page(on.store(), 0, 100, 1).records.size() == 1);
    CHECK(page(on.store(), 0, 100, 1).more);
}

TEMPLATE_TEST_CASE("A device's own records are left out and the cursor still passes them", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.by = device(2)}));
    for (const auto& record : chain(2)) take(on.store(), record);
    const auto others = page(on.store(), 0, 100, 1 << 20, device(1));
    CHECK(others.records.size() == 1);
    CHECK(others.counter == 3);
    CHECK_FALSE(others.more);
}

TEMPLATE_TEST_CASE("News are the streams with something newer and the oldest comes first", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({.what = records::Class::key}));        // counter 1
    take(on.store(), made({.by = device(2), .in = notebook(2)})); // 2
    take(on.store(), made({.by = device(3), .in = notebook(3)})); // 3
    take(on.store(), made({.by = device(4)}));                    // 4, in notebook 1
    const std::vector also{notebook(2)};
    const auto look = on.store().look();
    CHECK(look->stock().news(who(1), also, 0, 9) ==
          std::vector<Stock::News>{{notebook(2), 2}, {notebook(1), 4}});
    CHECK(look->stock().news(who(1), also, 2, 9) == std::vector<Stock::News>{{notebook(1), 4}});
    CHECK(look->stock().news(who(1), also, 0, 1) == std::vector<Stock::News>{{notebook(2), 2}});
    CHECK(look->stock().news(who(1), also, 4, 9).empty());
    CHECK(look->stock().news(who(9), {}, 0, 9).empty());
    CHECK(look->stock().news(who(4), {}, 0, 9).empty()); // wrote, and has no keys of it
}

TEMPLATE_TEST_CASE("No news is passed over where there are more than fit, however many ways one is heard of",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const records::StreamId centre{records::StreamKind::centre, {}};
    Recipe recipe{.what = records::Class::key};
    for (std::uint8_t which = 1; which <= 5; ++which) { // counters 1 to 5
        recipe.number = which;
        recipe.in = notebook(which);
        const auto record = made(recipe);
        take(on.store(), record);
        recipe.previous = record.hash();
    }
    // The first notebook's keys under another name as well: 6. The second is followed: 7.
    take(on.store(), made({.by = device(2), .what = records::Class::key}));
    {
        const auto work = on.store().begin();
        work->follows().follow(centre, notebook(2), store::Seconds{std::chrono::hours{9}});
        work->commit();
    }
    const Stock::Listener listener{device(1), centre, {}, device(2)};
    std::vector<records::StreamId> heard;
    std::uint64_t since = 0;
    for (;;) {
        const auto news = on.store().look()->stock().news(listener, {}, since, 2);
        for (const auto& one : news) heard.push_back(one.stream);
        if (news.size() < 2) break;
        since = news.back().counter;
    }
    CHECK(heard == std::vector{notebook(3), notebook(4), notebook(5), notebook(1), notebook(2)});
}

TEMPLATE_TEST_CASE("Eight kiosks that send at once get counters without a gap", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    std::vector<std::thread> senders;
    for (std::uint8_t by = 1; by <= 8; ++by) {
        senders.emplace_back([&on, by] {
            for (const auto& record : chain(10, {.by = device(by)})) take(on.store(), record);
        });
    }
    for (auto& sender : senders) sender.join();
    CHECK(on.store().look()->stock().standing().counter == 80);
    std::uint64_t seen = 0;
    for (auto found = page(on.store(), 0, 7);; found = page(on.store(), found.counter, 7)) {
        seen += found.records.size();
        CHECK(found.counter == seen);
        if (!found.more) break;
    }
    CHECK(seen == 80);
}

TEMPLATE_TEST_CASE("The keys of a notebook come in the order in which they were taken", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto content = made({});
    const auto second = made({.number = 2, .what = records::Class::key, .previous = content.hash()});
    const auto third = made({.number = 3, .what = records::Class::key, .previous = second.hash()});
    for (const auto& record : {content, second, third}) take(on.store(), record);
    const auto keys = on.store().look()->stock().keys_of(notebook(1));
    REQUIRE(keys.size() == 2);
    CHECK(number_of(keys[0]) == 2);
    CHECK(number_of(keys[1]) == 3);
}
