// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include "tests/contract/central_stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::CentralStore;
using store::Stock;
using Form = store::Stock::Offer::Form;
using Taken = store::Stock::Taken;

namespace {

Stock::Offer offer(const records::Record& record, Form form = Form::whole)
{
    return {*records::decode_header(record.header), record.stub(), form,
            form == Form::whole ? records::encode(record) : base::Bytes{1, 2, 3}};
}

Taken take(CentralStore& store, const Stock::Offer& one)
{
    const auto work = store.begin();
    const auto taken = work->stock().take({&one, 1});
    work->commit();
    return taken.at(0);
}

Taken take(CentralStore& store, const records::Record& record) { return take(store, offer(record)); }

// Records 1 to `last` of one device, each made after the one before.
std::vector<records::Record> chain(std::uint64_t last, Recipe recipe = {})
{
    std::vector<records::Record> all;
    for (recipe.number = 1; recipe.number <= last; ++recipe.number) {
        all.push_back(made(recipe));
        recipe.previous = all.back().hash();
    }
    return all;
}

Stock::Page page(CentralStore& store, std::uint64_t after, std::size_t most = 100,
                 std::size_t bytes = 1 << 20, std::optional<records::DeviceId> but = std::nullopt)
{
    return store.look()->stock().page(notebook(1), after, most, bytes, but);
}

std::vector<std::uint64_t> numbers(const Stock::Page& page)
{
    std::vector<std::uint64_t> all;
    for (const auto& bytes : page.records) all.push_back(number_of(*records::decode_record(bytes)));
    return all;
}

} // namespace

TEMPLATE_TEST_CASE("The server gives back what a kiosk sent byte for byte", "[central]", CentralOnSqlite,
                   CentralOnMemory)
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
                   CentralOnSqlite, CentralOnMemory)
{
    TestType on;
    const auto record = made({});
    take(on.store(), record);
    CHECK(take(on.store(), record) == Taken::duplicate);
    CHECK(page(on.store(), 0).records.size() == 1);
    CHECK(on.store().look()->stock().standing().counter == 1);
}

TEMPLATE_TEST_CASE("The same id with another amount is set aside and the first one stays", "[central]",
                   CentralOnSqlite, CentralOnMemory)
{
    TestType on;
    const auto first = made({.body = {1}});
    take(on.store(), first);
    CHECK(take(on.store(), made({.body = {2}})) == Taken::other_record);
    CHECK(take(on.store(), made({.number = 2, .id = id_of(first), .body = {2}})) == Taken::other_record);
    CHECK(page(on.store(), 0).records == std::vector<base::Bytes>{records::encode(first)});
    CHECK(on.store().look()->stock().quarantined() == 2);
}

TEMPLATE_TEST_CASE("The same number with another id is set aside and the first one stays", "[central]",
                   CentralOnSqlite, CentralOnMemory)
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
                   CentralOnSqlite, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({}));
    CHECK(take(on.store(), made({.number = 2, .previous = named<base::Hash>(7)})) == Taken::broken_chain);
    CHECK(take(on.store(), made({.by = device(2), .previous = named<base::Hash>(7)})) == Taken::broken_chain);
    CHECK(page(on.store(), 0).records.size() == 1);
}

TEMPLATE_TEST_CASE("A record that comes late fits between its neighbours or not at all", "[central]",
                   CentralOnSqlite, CentralOnMemory)
{
    TestType on;
    const auto all = chain(3);
    take(on.store(), all[0]);
    take(on.store(), all[2]);
    CHECK(take(on.store(), made({.number = 2, .body = {3}, .previous = all[0].hash()})) ==
          Taken::broken_chain);
    CHECK(take(on.store(), all[1]) == Taken::accepted);
}

TEMPLATE_TEST_CASE("A batch that is not committed never was", "[central]", CentralOnSqlite, CentralOnMemory)
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
    CHECK_FALSE(look->stock().wrote(device(1), notebook(1)));
    CHECK(look->stock().quarantined() == 0);
    CHECK(look->stock().counts().size() == 1);
    CHECK(look->stock().counts()[0].records == 1);
}

TEMPLATE_TEST_CASE("The server knows the numbers it lacks", "[central]", CentralOnSqlite, CentralOnMemory)
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
}

TEMPLATE_TEST_CASE("A stub fills a hole in the chain and is never handed out", "[central]", CentralOnSqlite,
                   CentralOnMemory)
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

TEMPLATE_TEST_CASE("Pages follow one another without a gap or an overlap", "[central]", CentralOnSqlite,
                   CentralOnMemory)
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
                   CentralOnMemory)
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
                   CentralOnSqlite, CentralOnMemory)
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
                   CentralOnSqlite, CentralOnMemory)
{
    TestType on;
    take(on.store(), made({}));                                   // counter 1
    take(on.store(), made({.by = device(2), .in = notebook(2)})); // 2
    take(on.store(), made({.by = device(3), .in = notebook(3)})); // 3
    take(on.store(), made({.by = device(4)}));                    // 4, in notebook 1
    const std::vector also{notebook(2)};
    const auto look = on.store().look();
    CHECK(look->stock().news(device(1), also, 0, 9) ==
          std::vector<Stock::News>{{notebook(2), 2}, {notebook(1), 4}});
    CHECK(look->stock().news(device(1), also, 2, 9) == std::vector<Stock::News>{{notebook(1), 4}});
    CHECK(look->stock().news(device(1), also, 0, 1) == std::vector<Stock::News>{{notebook(2), 2}});
    CHECK(look->stock().news(device(1), also, 4, 9).empty());
    CHECK(look->stock().news(device(9), {}, 0, 9).empty());
}

TEMPLATE_TEST_CASE("Eight kiosks that send at once get counters without a gap", "[central]", CentralOnSqlite,
                   CentralOnMemory)
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
                   CentralOnSqlite, CentralOnMemory)
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
