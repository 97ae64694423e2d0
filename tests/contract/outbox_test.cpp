// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Delivery;
using store::Work;
using Numbers = std::vector<std::uint64_t>;

namespace {

constexpr std::size_t plenty = 1 << 20;

Numbers waiting(store::Store& store, std::size_t most = 100, std::size_t bytes = plenty)
{
    return undone(store, [&](Work& work) { return numbers_of(work.outbox().waiting(most, bytes)); });
}

std::uint64_t count(store::Store& store, Delivery delivery)
{
    return undone(store, [&](Work& work) { return work.outbox().count(delivery); });
}

void mark(store::Store& store, std::uint64_t number, Delivery delivery, const std::string& reason = "")
{
    done(store, [&](Work& work) { work.outbox().mark(id_of(made({.number = number})), delivery, reason); });
}

void add_some(store::Store& store, const Numbers& numbers)
{
    for (const auto number : numbers) add(store, made({.number = number}));
}

} // namespace

TEMPLATE_TEST_CASE("What waits goes in the order in which it was written", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    CHECK(waiting(on.store()).empty());
    add_some(on.store(), {3, 1, 2, 300, 30});
    CHECK(waiting(on.store()) == Numbers{3, 1, 2, 300, 30});
    CHECK(waiting(on.store(), 2) == Numbers{3, 1});
    CHECK(waiting(on.store(), 0).empty());
    mark(on.store(), 1, Delivery::accepted);
    mark(on.store(), 1, Delivery::waiting);
    CHECK(waiting(on.store()) == Numbers{3, 1, 2, 300, 30});
}

TEMPLATE_TEST_CASE("A batch is no larger than asked but never empty", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    add_some(on.store(), {1, 2, 3});
    const auto one = records::encode(made({})).size();
    CHECK(waiting(on.store(), 100, 3 * one) == Numbers{1, 2, 3});
    CHECK(waiting(on.store(), 100, 3 * one - 1) == Numbers{1, 2});
    CHECK(waiting(on.store(), 100, one) == Numbers{1});
    CHECK(waiting(on.store(), 100, 1) == Numbers{1});
}

TEMPLATE_TEST_CASE("What others wrote never waits", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    add(on.store(), made({.by = device(2)}), Delivery::foreign);
    add(on.store(), made({.number = 5}));
    CHECK(waiting(on.store()) == Numbers{5});
    CHECK(count(on.store(), Delivery::foreign) == 1);
}

TEMPLATE_TEST_CASE("What the server has leaves the queue and does not come back after a restart", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    add_some(on.store(), {1, 2, 3});
    mark(on.store(), 1, Delivery::accepted);
    mark(on.store(), 3, Delivery::accepted);
    on.reopen();

    CHECK(waiting(on.store()) == Numbers{2});
    CHECK(count(on.store(), Delivery::waiting) == 1);
    CHECK(count(on.store(), Delivery::accepted) == 2);
}

TEMPLATE_TEST_CASE("What the server refused stands aside with its reason and blocks nobody", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    add_some(on.store(), {1, 2, 3, 4});
    mark(on.store(), 1, Delivery::rejected, "too_large");
    mark(on.store(), 3, Delivery::rejected, "stream_closed");
    on.reopen();

    CHECK(waiting(on.store()) == Numbers{2, 4});
    CHECK(count(on.store(), Delivery::rejected) == 2);
    const auto work = on.store().begin();
    CHECK(work->outbox().standing(id_of(made({.number = 1})))->reason == "too_large");
    CHECK_FALSE(work->outbox().standing(named<base::Id>(99)));
    CHECK(numbers_of(work->outbox().rejected(10)) == Numbers{1, 3});
    CHECK(numbers_of(work->outbox().rejected(1)) == Numbers{1});
    CHECK(numbers_of(work->outbox().rejected(device(1), 1, 10)) == Numbers{3});
    CHECK(work->records().find(id_of(made({.number = 1}))));
}

TEMPLATE_TEST_CASE("A restored server is offered everything again but what it refused", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    add_some(on.store(), {1, 2, 3, 4, 5});
    add(on.store(), made({.number = 1, .by = device(2)}), Delivery::foreign);
    add(on.store(), made({.number = 7, .by = device(2), .what = records::Class::erase}), Delivery::foreign);
    mark(on.store(), 1, Delivery::accepted);
    mark(on.store(), 2, Delivery::rejected, "no");
    mark(on.store(), 3, Delivery::erased); // by its word alone: the body is here
    done(on.store(), [](Work& work) { work.records().erase_body(id_of(made({.number = 5}))); });

    done(on.store(), [](Work& work) { work.outbox().offer_all_again(); });
    CHECK(waiting(on.store()) == Numbers{1, 3, 4, 7}); // and what others erased (R17)
    CHECK(count(on.store(), Delivery::foreign) == 1);
    CHECK(count(on.store(), Delivery::rejected) == 1);
    CHECK(count(on.store(), Delivery::erased) == 1);
}

TEMPLATE_TEST_CASE("An answer about a record that is not here changes nothing", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    add_some(on.store(), {1});
    mark(on.store(), 2, Delivery::accepted);
    CHECK(waiting(on.store()) == Numbers{1});
    CHECK(count(on.store(), Delivery::accepted) == 0);
}
