// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using store::Slots;
using store::Work;
using Cursor = store::Cursors::Cursor;

TEMPLATE_TEST_CASE("A stream goes on where it was pulled to also after a restart", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        CHECK_FALSE(work.cursors().of(notebook(1)));
        work.cursors().move(notebook(2), {"epoch", 1});
        work.cursors().move(notebook(1), {"epoch", 7});
        work.cursors().move(notebook(1), {"later", 8});
    });
    on.reopen();

    const auto work = on.store().begin();
    const auto cursor = work->cursors().of(notebook(1));
    REQUIRE(cursor);
    CHECK(cursor->epoch == "later");
    CHECK(cursor->counter == 8);
    CHECK(work->cursors().followed() == std::vector{notebook(1), notebook(2)});
}

TEMPLATE_TEST_CASE("After the server was restored every followed stream is pulled from zero", "[store]",
                   OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        work.cursors().move(notebook(1), {"epoch", 7});
        work.cursors().forget_all();
    });
    on.reopen();
    const auto work = on.store().begin();
    CHECK_FALSE(work->cursors().of(notebook(1)));
    CHECK(work->cursors().followed() == std::vector{notebook(1)});
    work->cursors().move(notebook(1), {"new", 1});
    CHECK(work->cursors().of(notebook(1))->epoch == "new");
}

TEMPLATE_TEST_CASE("A page and its cursor are kept together or not at all", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto page = [](Work& work) {
        work.records().add(made({}), store::Delivery::foreign);
        work.cursors().move(notebook(1), {"epoch", 1});
        return 0;
    };
    undone(on.store(), page);
    on.reopen();
    undone(on.store(), [](Work& work) {
        CHECK(work.records().of_stream(notebook(1)).empty());
        CHECK_FALSE(work.cursors().of(notebook(1)));
        return 0;
    });
    done(on.store(), page);
    on.reopen();
    undone(on.store(), [](Work& work) {
        CHECK(work.records().of_stream(notebook(1)).size() == 1);
        CHECK(work.cursors().of(notebook(1)));
        return 0;
    });
}

TEMPLATE_TEST_CASE("Two notebooks may bear one call name", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const auto lookup = named<base::Hash>(5);
    done(on.store(), [&](Work& work) {
        work.slots().add({Slots::Kind::name, lookup, notebook(2), 1, {1, 2, 3}});
        work.slots().add({Slots::Kind::name, lookup, notebook(1), 3, {}});
        work.slots().add({Slots::Kind::card, lookup, notebook(3), 1, {9}});
    });
    on.reopen();

    const auto work = on.store().begin();
    const auto found = work->slots().find(Slots::Kind::name, lookup);
    REQUIRE(found.size() == 2);
    CHECK(found[0].stream == notebook(2));
    CHECK(found[0].wrapped == base::Bytes{1, 2, 3});
    CHECK(found[1].stream == notebook(1));
    CHECK(found[1].generation == 3);
    CHECK(found[1].wrapped.empty());
    CHECK(found[1].lookup == lookup);
    CHECK(work->slots().find(Slots::Kind::card, lookup).size() == 1);
    CHECK(work->slots().find(Slots::Kind::recovery, lookup).empty());
    CHECK(work->slots().find(Slots::Kind::name, named<base::Hash>(6)).empty());
    CHECK(work->slots().of_kind(Slots::Kind::name) == found);
    CHECK(work->slots().of_kind(Slots::Kind::card).size() == 1);
    CHECK(work->slots().of_kind(Slots::Kind::member).empty());
}

TEMPLATE_TEST_CASE("A slot brought twice is one slot and another code of the same card stands beside it",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        work.slots().add({Slots::Kind::card, named<base::Hash>(5), notebook(1), 2, {1}});
        work.slots().add({Slots::Kind::card, named<base::Hash>(5), notebook(1), 2, {2, 2}});
        work.slots().add({Slots::Kind::card, named<base::Hash>(5), notebook(1), 2, {1}});
        const auto found = work.slots().find(Slots::Kind::card, named<base::Hash>(5));
        REQUIRE(found.size() == 2);
        CHECK(found[0].wrapped == base::Bytes{1});
        CHECK(found[1].wrapped == base::Bytes{2, 2});
    });
}

TEMPLATE_TEST_CASE("With a new card the old one opens nothing any more", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        work.slots().add({Slots::Kind::card, named<base::Hash>(5), notebook(1), 1, {1}});
        work.slots().add({Slots::Kind::name, named<base::Hash>(6), notebook(1), 1, {1}});
        work.slots().add({Slots::Kind::card, named<base::Hash>(7), notebook(1), 2, {2}});
        work.slots().add({Slots::Kind::card, named<base::Hash>(8), notebook(2), 1, {3}});
    });
    done(on.store(), [](Work& work) {
        work.slots().remove({Slots::Kind::card, named<base::Hash>(5), notebook(1), 1, {1}});
        work.slots().remove({Slots::Kind::name, named<base::Hash>(6), notebook(1), 1, {1}});
        work.slots().remove({Slots::Kind::card, named<base::Hash>(7), notebook(1), 2, {9}}); // is not here
    });
    on.reopen();

    const auto work = on.store().begin();
    CHECK(work->slots().find(Slots::Kind::card, named<base::Hash>(5)).empty());
    CHECK(work->slots().find(Slots::Kind::name, named<base::Hash>(6)).empty());
    CHECK(work->slots().of_stream(notebook(1)).size() == 1);
    CHECK(work->slots().of_stream(notebook(2)).size() == 1);
}

TEMPLATE_TEST_CASE("A wait runs down while the program runs and a restart resumes it", "[store]", OnSqlite,
                   OnMemory)
{
    TestType on;
    const auto one = named<base::Hash>(1);
    const auto other = named<base::Hash>(2);
    done(on.store(), [&](Work& work) {
        CHECK(work.waits().of(one).wrong == 0);
        CHECK(work.waits().of(one).left == 0s);
        work.waits().keep(one, {4, 30s});
        work.waits().keep(other, {9, 900s});
        work.waits().run(20s);
    });
    on.reopen();
    done(on.store(), [&](Work& work) {
        CHECK(work.waits().of(one).left == 10s);
        work.waits().run(11s);
        CHECK(work.waits().of(one).left == 0s);
        CHECK(work.waits().of(one).wrong == 4);
        CHECK(work.waits().of(other).left == 869s);
        work.waits().keep(one, {5, 60s});
        CHECK(work.waits().of(one).left == 60s);
        work.waits().clear(one);
    });
    on.reopen();
    const auto work = on.store().begin();
    CHECK(work->waits().of(one).wrong == 0);
    CHECK(work->waits().of(other).wrong == 9);
}

TEMPLATE_TEST_CASE("A notebook has one half-done entry at most", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), [](Work& work) {
        CHECK_FALSE(work.drafts().of(notebook(1)));
        work.drafts().keep(notebook(1), base::Bytes{1, 0, 2});
        work.drafts().keep(notebook(1), base::Bytes{3});
        work.drafts().keep(notebook(2), base::Bytes{});
    });
    on.reopen();
    done(on.store(), [](Work& work) {
        CHECK(work.drafts().of(notebook(1)) == base::Bytes{3});
        CHECK(work.drafts().of(notebook(2)) == base::Bytes{});
        work.drafts().drop(notebook(1));
        work.drafts().drop(notebook(9));
    });
    on.reopen();
    const auto work = on.store().begin();
    CHECK_FALSE(work->drafts().of(notebook(1)));
    CHECK(work->drafts().of(notebook(2)));
}

TEMPLATE_TEST_CASE("A small fact is kept until it is said anew", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    const std::string odd{"a\0b\n'; --", 9};
    done(on.store(), [&](Work& work) {
        CHECK_FALSE(work.facts().get("epoch"));
        work.facts().set("epoch", "one");
        work.facts().set("epoch", odd);
        work.facts().set("empty", "");
    });
    on.reopen();
    const auto work = on.store().begin();
    CHECK(work->facts().get("epoch") == odd);
    CHECK(work->facts().get("empty") == "");
    CHECK_FALSE(work->facts().get("Epoch"));
}
