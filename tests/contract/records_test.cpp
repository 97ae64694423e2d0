// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Delivery;
using store::Work;
using Added = store::Records::Added;

namespace {

std::optional<records::Record> find(store::Store& store, const base::Id& id)
{
    return undone(store, [&](Work& work) { return work.records().find(id); });
}

std::vector<std::uint64_t> stream_of(store::Store& store, const records::StreamId& stream)
{
    return undone(store, [&](Work& work) { return numbers_of(work.records().of_stream(stream)); });
}

} // namespace

TEMPLATE_TEST_CASE("A record comes out byte for byte as it went in", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    auto record = made({.body = {0, 1, 0, 255}});
    record.header.insert(record.header.end(), {9, 9, 0, 9}); // a newer program wrote more
    REQUIRE(add(on.store(), record) == Added::stored);
    on.reopen();

    const auto found = find(on.store(), id_of(record));
    REQUIRE(found);
    CHECK(same(*found, record));
}

TEMPLATE_TEST_CASE("A record with an empty body is kept like any other", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto record = made({.body = {}});
    REQUIRE(add(on.store(), record) == Added::stored);
    CHECK(same(find(on.store(), id_of(record)).value(), record));
}

TEMPLATE_TEST_CASE("A record nobody wrote is not found", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    CHECK_FALSE(find(on.store(), named<base::Id>(1)));
    CHECK(stream_of(on.store(), notebook(1)).empty());
}

TEMPLATE_TEST_CASE("The same record again is a duplicate and stays where it stands", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    const auto record = made({});
    REQUIRE(add(on.store(), record, Delivery::waiting) == Added::stored);
    CHECK(add(on.store(), record, Delivery::foreign) == Added::duplicate);
    CHECK(stream_of(on.store(), notebook(1)).size() == 1);
    CHECK(undone(on.store(), [](Work& work) { return work.outbox().count(Delivery::waiting); }) == 1);
}

TEMPLATE_TEST_CASE("Another record under a known id is a conflict and changes nothing", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    const auto first = made({.number = 1});
    REQUIRE(add(on.store(), first) == Added::stored);

    CHECK(add(on.store(), made({.number = 2, .id = id_of(first)})) == Added::conflict);
    CHECK(add(on.store(), made({.number = 1, .body = {1}})) == Added::conflict);
    CHECK(same(find(on.store(), id_of(first)).value(), first));
    CHECK(stream_of(on.store(), notebook(1)) == std::vector<std::uint64_t>{1});
}

TEMPLATE_TEST_CASE("Another record under a known number of one device is a conflict and changes nothing",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto first = made({.number = 1});
    const auto second = made({.number = 1, .id = named<base::Id>(99)});
    REQUIRE(add(on.store(), first) == Added::stored);

    CHECK(add(on.store(), second) == Added::conflict);
    CHECK_FALSE(find(on.store(), named<base::Id>(99)));
    CHECK(same(find(on.store(), id_of(first)).value(), first));
    CHECK(undone(on.store(), [](Work& work) { return work.records().tip(device(1)).hash; }) == first.hash());
}

TEMPLATE_TEST_CASE("Two devices count by themselves", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    CHECK(add(on.store(), made({.number = 1, .by = device(1)})) == Added::stored);
    CHECK(add(on.store(), made({.number = 1, .by = device(2)})) == Added::stored);
}

TEMPLATE_TEST_CASE("The tip is the record with the highest number of that device", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    const auto tip = [&](std::uint8_t of) {
        return undone(on.store(), [&](Work& work) { return work.records().tip(device(of)); });
    };
    CHECK(tip(2).number == 0);
    CHECK(tip(2).hash == records::Hash{});

    add(on.store(), made({.number = 2, .by = device(2)}));
    add(on.store(), made({.number = 1, .by = device(2)}));
    add(on.store(), made({.number = 9, .by = device(1)}));
    add(on.store(), made({.number = 7, .by = device(3)}));

    CHECK(tip(2).number == 2);
    CHECK(tip(2).hash == made({.number = 2, .by = device(2)}).hash());
    CHECK(tip(1).number == 9);
    CHECK(tip(4).number == 0);
    on.reopen();
    CHECK(tip(2).number == 2);
}

TEMPLATE_TEST_CASE("A stream is read in the order in which this machine got it", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    add(on.store(), made({.number = 3}));
    add(on.store(), made({.number = 4, .in = notebook(2)}));
    add(on.store(), made({.number = 1, .what = records::Class::key}));
    add(on.store(), made({.number = 2, .by = device(2)}));
    on.reopen();

    CHECK(stream_of(on.store(), notebook(1)) == std::vector<std::uint64_t>{3, 1, 2});
    CHECK(stream_of(on.store(), notebook(2)) == std::vector<std::uint64_t>{4});
    const auto keys = undone(on.store(), [](Work& work) {
        return numbers_of(work.records().of_stream(notebook(1), records::Class::key));
    });
    CHECK(keys == std::vector<std::uint64_t>{1});
}

TEMPLATE_TEST_CASE("Of an erased record only its place in the chain stays", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto before = made({.number = 1});
    const auto record = made({.number = 2, .previous = before.hash()});
    add(on.store(), before);
    add(on.store(), record);
    const auto erase = [](const base::Id& id) {
        return [id](Work& work) { return work.records().erase_body(id); };
    };

    CHECK_FALSE(done(on.store(), erase(named<base::Id>(99))));
    CHECK(undone(on.store(), erase(id_of(record))));
    CHECK(find(on.store(), id_of(record))); // thrown away: nothing was erased

    REQUIRE(done(on.store(), erase(id_of(record))));
    on.reopen();
    CHECK_FALSE(find(on.store(), id_of(record)));
    CHECK_FALSE(done(on.store(), erase(id_of(record))));
    CHECK(stream_of(on.store(), notebook(1)) == std::vector<std::uint64_t>{1});

    const auto work = on.store().begin();
    CHECK(work->records().stub(id_of(record)) == record.stub());
    CHECK(work->records().stub(id_of(before)) == before.stub());
    CHECK_FALSE(work->records().stub(named<base::Id>(99)));
    CHECK(work->records().tip(device(1)).hash == record.hash());
    CHECK(numbers_of(work->outbox().waiting(10, 1 << 20)) == std::vector<std::uint64_t>{1});
    CHECK(work->outbox().standing(id_of(record))->delivery == Delivery::erased);
}

TEMPLATE_TEST_CASE("An erased record does not come back", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto record = made({});
    add(on.store(), record);
    done(on.store(), [&](Work& work) { work.records().erase_body(id_of(record)); });

    CHECK(add(on.store(), record, Delivery::foreign) == Added::duplicate);
    CHECK(add(on.store(), made({.body = {1}})) == Added::conflict);
    done(on.store(), [&](Work& work) {
        work.outbox().mark(id_of(record), Delivery::waiting, "");
        work.outbox().offer_all_again();
    });
    CHECK_FALSE(find(on.store(), id_of(record)));
    CHECK(undone(on.store(), [](Work& work) { return work.outbox().waiting(10, 1000).size(); }) == 0);
}
