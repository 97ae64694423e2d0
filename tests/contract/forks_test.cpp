// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Delivery;
using store::Work;
using Added = store::Records::Added;

TEMPLATE_TEST_CASE("A record that another machine wrote under the same number stands beside the first",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto mine = made({});
    const auto other = made({.id = named<base::Id>(9), .body = {9}});
    REQUIRE(add(on.store(), mine, Delivery::accepted) == Added::stored);
    REQUIRE(add(on.store(), other, Delivery::foreign) == Added::conflict);
    const auto fork = [&](Work& work) { return work.records().add_fork(other, Delivery::foreign); };
    CHECK(done(on.store(), fork) == Added::stored);
    CHECK(done(on.store(), fork) == Added::duplicate);
    on.reopen();
    const auto work = on.store().begin();
    CHECK(same(*work->records().find(id_of(other)), other));
    CHECK(same(*work->records().find(id_of(mine)), mine));
    CHECK(work->records().stub(id_of(other)) == other.stub());
    CHECK(work->records().of_stream(notebook(1)).size() == 2);
    CHECK(work->records().tip(device(1)).hash == mine.hash());
}

TEMPLATE_TEST_CASE("Under a new name what waits is put aside, and the old numbers are free", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    const auto said = made({});
    const auto waits = made({.number = 2, .previous = said.hash()});
    const auto refused = made({.number = 3, .previous = waits.hash()});
    add(on.store(), said, Delivery::accepted);
    add(on.store(), waits, Delivery::waiting);
    add(on.store(), refused, Delivery::rejected);
    add(on.store(), made({.by = device(2)}), Delivery::waiting);
    done(on.store(), [](Work& work) { work.outbox().fork_off(device(1), "fork"); });
    on.reopen();

    const auto work = on.store().begin();
    CHECK(work->outbox().count(Delivery::waiting) == 1);
    CHECK(work->outbox().count(Delivery::rejected) == 2);
    CHECK(work->outbox().standing(id_of(waits))->reason == "fork");
    CHECK(work->outbox().standing(id_of(said))->delivery == Delivery::accepted);
    CHECK(work->records().tip(device(1)).number == 1);
    const auto theirs = made({.number = 2, .id = named<base::Id>(9), .body = {9}, .previous = said.hash()});
    CHECK(work->records().add(theirs, Delivery::foreign) == Added::stored);
    CHECK(work->outbox().rejected(9).size() == 2);
    work->outbox().mark(id_of(waits), Delivery::waiting, "");
    CHECK(work->outbox().waiting(9, 9999).size() == 2);
}
