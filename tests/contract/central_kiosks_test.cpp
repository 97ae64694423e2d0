// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using std::chrono::seconds;
using store::Centre;
using store::Kiosk;
using store::Kiosks;

namespace {

const Centre havnen{{records::StreamKind::centre, named<base::Hash>(5)}, "Værestedet Havnen"};

store::Seconds at(int second) { return store::Seconds{seconds{second}}; }

Kiosk kiosk(std::uint8_t which)
{
    return {device(which),
            named<store::DeviceKey>(which),
            havnen.stream,
            at(100 + which),
            3,
            at(200),
            std::nullopt,
            std::nullopt,
            std::nullopt,
            {}};
}

template <class Deed>
void done(store::CentralStore& store, Deed deed)
{
    const auto work = store.begin();
    deed(*work);
    work->commit();
}

} // namespace

TEMPLATE_TEST_CASE("A centre is found by its stream and by its name", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) { work.centres().add(havnen); });
    on.reopen();
    const auto look = on.store().look();
    CHECK(look->centres().find(havnen.stream) == havnen);
    CHECK(look->centres().named("Værestedet Havnen") == havnen);
    CHECK_FALSE(look->centres().named("Havnen"));
}

TEMPLATE_TEST_CASE("A kiosk stands as it was enrolled", "[central]", CentralOnSqlite, CentralOnPostgres,
                   CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(2));
        work.kiosks().add(kiosk(1));
    });
    on.reopen();
    CHECK(on.store().look()->kiosks().find(device(1)) == kiosk(1));
    CHECK_FALSE(on.store().look()->kiosks().find(device(3)));
    CHECK(on.store().look()->kiosks().all() == std::vector{kiosk(1), kiosk(2)});
}

TEMPLATE_TEST_CASE("A request counter only ever grows", "[central]", CentralOnSqlite, CentralOnPostgres,
                   CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(1));
        CHECK(work.kiosks().advance(device(1), 3, at(300)) == Kiosks::Counter::behind);
        CHECK(work.kiosks().advance(device(1), 9, at(300)) == Kiosks::Counter::grew);
        CHECK(work.kiosks().advance(device(1), 9, at(400)) == Kiosks::Counter::behind);
        CHECK(work.kiosks().advance(device(2), 1, at(400)) == Kiosks::Counter::behind);
    });
    const auto found = on.store().look()->kiosks().find(device(1));
    CHECK(found->request == 9);
    CHECK(found->contact == at(300));
}

TEMPLATE_TEST_CASE("What may be forgotten is seen by who looks next, and undone with its Work", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(1));
    });
    const auto request = [&] { return on.store().look()->kiosks().find(device(1))->request; };
    {
        const auto work = on.store().begin_forgettable();
        CHECK(work->kiosks().advance(device(1), 9, at(300)) == Kiosks::Counter::grew);
        CHECK(work->kiosks().find(device(1))->request == 9);
    }
    CHECK(request() == 3);
    const auto work = on.store().begin_forgettable();
    CHECK(work->kiosks().advance(device(1), 10, at(300)) == Kiosks::Counter::grew);
    work->commit();
    CHECK(request() == 10);
}

TEMPLATE_TEST_CASE("A code is used once and remembers by whom", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto digest = named<base::Hash>(8);
    done(on.store(), [&](auto& work) {
        work.centres().add(havnen);
        work.codes().add({digest, havnen.stream, at(500), std::nullopt});
    });
    CHECK_FALSE(on.store().look()->codes().find(digest)->used_by);
    {
        const auto work = on.store().begin();
        work->codes().use(digest, device(1)); // and the power goes
    }
    CHECK_FALSE(on.store().look()->codes().find(digest)->used_by);
    done(on.store(), [&](auto& work) { work.codes().use(digest, device(2)); });
    on.reopen();
    const auto code = on.store().look()->codes().find(digest);
    CHECK(code->used_by == device(2));
    CHECK(code->expires == at(500));
    CHECK_FALSE(on.store().look()->codes().find(named<base::Hash>(9)));

    const auto other = named<base::Hash>(77);
    done(on.store(), [&](auto& work) { work.codes().add({other, havnen.stream, at(500), std::nullopt}); });
    {
        const auto work = on.store().begin();
        work->codes().end_unused(); // and the power goes
    }
    CHECK(on.store().look()->codes().find(other));
    done(on.store(), [](auto& work) { work.codes().end_unused(); });
    CHECK_FALSE(on.store().look()->codes().find(other));
    CHECK(on.store().look()->codes().find(digest)->used_by == device(2)); // its answer may be asked for again
}

TEMPLATE_TEST_CASE("A server keeps its epoch when it starts again", "[central]", CentralOnSqlite,
                   CentralOnPostgres)
{
    TestType on;
    const auto before = on.store().look()->stock().standing().epoch;
    on.reopen();
    CHECK(on.store().look()->stock().standing().epoch == before);
    CHECK(before.size() == 32);
}

TEST_CASE("A code can be made and the server looked at while the server runs")
{
    const TemporaryFolder folder;
    SeededChance chance{1};
    using store::SqliteCentralStore;
    const store::DataFolder held{folder.path() / "data"};
    SqliteCentralStore server{held.path(), SqliteCentralStore::Opening::first, chance};
    SqliteCentralStore beside{held.path(), SqliteCentralStore::Opening::further, chance};
    done(beside, [](auto& work) { work.centres().add(havnen); });
    CHECK(server.look()->centres().named("Værestedet Havnen") == havnen);
    CHECK(beside.look()->stock().standing().epoch == server.look()->stock().standing().epoch);
}

TEMPLATE_TEST_CASE("What somebody looks at does not move while others write", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    const auto look = on.store().look();
    CHECK_FALSE(look->centres().named(havnen.name));
    done(on.store(), [](auto& work) { work.centres().add(havnen); });
    CHECK_FALSE(look->centres().named(havnen.name));
    CHECK(on.store().look()->centres().named(havnen.name) == havnen);
}

TEMPLATE_TEST_CASE("A kiosk is frozen or revoked once and tells how it is", "[central]", CentralOnSqlite,
                   CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(1));
        work.kiosks().freeze(device(1), at(300));
        work.kiosks().freeze(device(1), at(400));
        work.kiosks().revoke(device(1), at(500));
        work.kiosks().note(device(1), {7, 2, 1});
        work.kiosks().freeze(device(9), at(300)); // nobody
    });
    on.reopen();
    const auto found = on.store().look()->kiosks().find(device(1));
    CHECK(found->frozen == at(300));
    CHECK(found->revoked == at(500));
    CHECK(found->told == Kiosk::Told{7, 2, 1});
    CHECK(on.store().look()->kiosks().all().size() == 1);
}

// A server that was set back to before it was enrolled may have heard of it from others already.
TEMPLATE_TEST_CASE("A kiosk that was another device before is added where records of its own are already",
                   "[central]", CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(1));
    });
    take(on.store(), made({.what = records::Class::key}));
    take(on.store(), made({.by = device(2)}));
    CHECK_FALSE(on.store().look()->stock().hears(who(2), notebook(1)));
    done(on.store(), [](auto& work) {
        auto next = kiosk(2);
        next.before = device(1);
        work.kiosks().add(next);
    });
    CHECK(on.store().look()->stock().hears(who(2), notebook(1)));
}

TEMPLATE_TEST_CASE("A kiosk that was another device before hears what that one heard", "[central]",
                   CentralOnSqlite, CentralOnPostgres, CentralOnMemory)
{
    TestType on;
    done(on.store(), [](auto& work) {
        work.centres().add(havnen);
        work.kiosks().add(kiosk(1));
    });
    take(on.store(), made({.what = records::Class::key}));
    take(on.store(), made({.by = device(3), .in = notebook(3), .what = records::Class::key}));
    done(on.store(), [](auto& work) {
        auto next = kiosk(2);
        next.before = device(1);
        work.kiosks().add(next);
    });
    on.reopen();
    const auto look = on.store().look();
    CHECK(look->kiosks().find(device(2))->before == device(1));
    CHECK(look->stock().hears(who(2), notebook(1)));
    CHECK_FALSE(look->stock().hears(who(2), notebook(3)));
    // And what it wrote as a fork.
    CHECK(look->stock().hears({device(2), {}, {}, device(3)}, notebook(3)));
    CHECK(look->stock().news({device(2), {}, {}, device(3)}, {}, 0, 9).size() == 2);
}
