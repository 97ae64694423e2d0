// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/stores.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace std::chrono_literals;
using store::Delivery;
using store::Slots;
using store::StoreFailure;
using store::Work;

namespace {

const base::Hash subject = named<base::Hash>(1);

// Something in every port, over what `begin_with` put there.
int change_everything(Work& work)
{
    work.records().add(made({.number = 2}), Delivery::waiting);
    work.records().erase_body(id_of(made({.number = 1})));
    work.outbox().mark(id_of(made({.number = 1, .by = device(2)})), Delivery::accepted, "");
    work.cursors().move(notebook(1), {"b", 2});
    work.cursors().move(notebook(2), {"b", 2});
    work.slots().add({Slots::Kind::card, subject, notebook(2), 1, {1}});
    work.slots().remove({Slots::Kind::card, subject, notebook(1), 1, {1}});
    work.waits().run(5s);
    work.drafts().keep(notebook(1), base::Bytes{2});
    work.drafts().drop(notebook(2));
    work.facts().set("fact", "b");
    return 0;
}

int begin_with(Work& work)
{
    work.records().add(made({.number = 1}), Delivery::waiting);
    work.records().add(made({.number = 1, .by = device(2)}), Delivery::waiting);
    work.cursors().move(notebook(1), {"a", 1});
    work.slots().add({Slots::Kind::card, subject, notebook(1), 1, {1}});
    work.waits().keep(subject, {1, 30s});
    work.drafts().keep(notebook(1), base::Bytes{1});
    work.drafts().keep(notebook(2), base::Bytes{1});
    work.facts().set("fact", "a");
    return 0;
}

void check_only_the_beginning(Work& work)
{
    CHECK(work.records().of_stream(notebook(1)).size() == 2);
    CHECK(work.records().tip(device(1)).number == 1);
    CHECK(work.records().find(id_of(made({.number = 1}))));
    CHECK(work.outbox().count(Delivery::waiting) == 2);
    CHECK(work.outbox().waiting(9, 9999).size() == 2);
    CHECK(work.cursors().of(notebook(1))->counter == 1);
    CHECK(work.cursors().followed().size() == 1);
    CHECK(work.slots().of_stream(notebook(1)).size() == 1);
    CHECK(work.slots().of_stream(notebook(2)).empty());
    CHECK(work.waits().of(subject).left == 30s);
    CHECK(work.drafts().of(notebook(1)) == base::Bytes{1});
    CHECK(work.drafts().of(notebook(2)) == base::Bytes{1});
    CHECK(work.facts().get("fact") == "a");
}

} // namespace

TEMPLATE_TEST_CASE("What is not committed never was", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), begin_with);
    undone(on.store(), change_everything);
    check_only_the_beginning(*on.store().begin());
    on.reopen();
    check_only_the_beginning(*on.store().begin());
}

TEMPLATE_TEST_CASE("A Work sees its own changes before it is committed", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), begin_with);
    const auto work = on.store().begin();
    change_everything(*work);
    CHECK(work->records().tip(device(1)).number == 2);
    CHECK(work->outbox().count(Delivery::accepted) == 1);
    CHECK(work->facts().get("fact") == "b");
    CHECK(work->waits().of(subject).left == 25s);
}

TEMPLATE_TEST_CASE("On a full disk nothing is claimed to be kept and the store works again afterwards",
                   "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), begin_with);

    on.fill_disk();
    auto kind = std::optional<StoreFailure::Kind>{};
    try {
        done(on.store(), change_everything);
    } catch (const StoreFailure& failure) {
        UNSCOPED_INFO(failure.what());
        kind = failure.kind;
    }
    on.free_disk();
    CHECK(kind == StoreFailure::Kind::full);

    check_only_the_beginning(*on.store().begin());
    done(on.store(), change_everything);
    on.reopen();
    CHECK(on.store().begin()->facts().get("fact") == "b");
}

TEMPLATE_TEST_CASE("On a full disk one can still read", "[store]", OnSqlite, OnMemory)
{
    TestType on;
    done(on.store(), begin_with);
    on.fill_disk();
    bool read = false;
    try {
        read = done(on.store(), [](Work& work) { return work.facts().get("fact") == "a"; });
    } catch (const StoreFailure&) {
    }
    on.free_disk();
    CHECK(read);
}
