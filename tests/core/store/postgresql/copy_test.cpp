// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/copy.hpp"

#include "core/store/central_sqlite.hpp"
#include "tests/core/store/postgresql/shared_database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using records::Class;
using store::SqliteCentralStore;
using store::Stock;
using Form = Stock::Offer::Form;
using Taken = Stock::Taken;

namespace {

const store::Centre havnen{{records::StreamKind::centre, named<base::Hash>(5)}, "Værestedet Havnen"};
store::Seconds at(int second) { return store::Seconds{std::chrono::seconds{second}}; }

// Something of everything there can be.
void fill(store::CentralStore& store)
{
    {
        const auto work = store.begin();
        work->centres().add(havnen);
        work->kiosks().add({device(1), named<store::DeviceKey>(1), havnen.stream, at(100), 3, at(200), {}});
        work->codes().add({named<base::Hash>(8), havnen.stream, at(500), std::nullopt});
        work->codes().use(named<base::Hash>(8), device(1));
        work->commit();
    }
    auto all = chain(1500);
    std::vector<Stock::Offer> offers;
    for (const auto& record : all) offers.push_back(offer(record));
    offers[3].form = Form::stub;
    {
        const auto work = store.begin();
        work->stock().take(offers);
        work->commit();
    }
    const auto other = made({.by = device(2), .in = notebook(2)});
    take(store, other);
    take(store, made({.number = 5, .body = {9}})); // to quarantine
    take(store,
         made({.number = 1, .by = device(2), .in = notebook(2), .body = {8}})); // there too, to be erased
    take(store, made({.number = 2,
                      .by = device(2),
                      .in = notebook(2),
                      .what = Class::erase,
                      .previous = other.hash()}));
}

} // namespace

TEST_CASE("A server that moves from SQLite to PostgreSQL goes on as if nothing had happened", "[store]")
{
    const PostgresCluster cluster;
    const TemporaryFolder folder;
    SeededChance chance{1};
    SqliteCentralStore before{folder.path(), SqliteCentralStore::Opening::first, chance};
    fill(before);
    const auto copied = store::postgresql::copy_from_sqlite(folder.path(), cluster.url());
    CHECK(copied.size() == 16);
    PostgresServer server{cluster.url(), 2};
    auto& after = server.store();

    const auto was = before.look();
    const auto is = after.look();
    CHECK(is->stock().standing().epoch == was->stock().standing().epoch);
    CHECK(is->stock().standing().counter == was->stock().standing().counter);
    CHECK(is->centres().named(havnen.name) == havnen);
    CHECK(is->kiosks().all() == was->kiosks().all());
    CHECK(is->codes().find(named<base::Hash>(8)) == was->codes().find(named<base::Hash>(8)));
    for (std::uint8_t which = 1; which <= 2; ++which) {
        const auto pages = [&](const store::CentralWork& look) {
            return look.stock().page(notebook(which), 0, 5000, 1 << 30, {}).records;
        };
        CHECK(pages(*is) == pages(*was));
        CHECK(is->stock().is_erased(notebook(which)) == (which == 2));
        CHECK(is->stock().held_from(device(which), 9).highest ==
              was->stock().held_from(device(which), 9).highest);
        CHECK(is->stock().hears(who(which), notebook(which)) ==
              was->stock().hears(who(which), notebook(which)));
    }
    CHECK(is->stock().quarantined() == 2);
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM quarantine WHERE stream IS NOT NULL") == "1");

    // And it is held to what it had.
    CHECK(take(after, chain(1500).back()) == Taken::duplicate);
    CHECK(take(after, chain(4).back()) == Taken::duplicate); // the stub is filled
    CHECK(take(after, made({.by = device(3), .in = notebook(2)})) == Taken::erased);
    CHECK(after.look()->stock().standing().counter == was->stock().standing().counter + 2);
}

TEST_CASE("A PostgreSQL database in which there is something is not copied into", "[store]")
{
    const PostgresCluster cluster;
    const TemporaryFolder folder;
    SeededChance chance{1};
    SqliteCentralStore before{folder.path(), SqliteCentralStore::Opening::first, chance};
    fill(before);
    {
        PostgresServer server{cluster.url(), 2};
        take(server.store(), made({.by = device(7)}));
    }
    bool is_put = false;
    const auto put = [&] { is_put = true; };
    CHECK(failing([&] { store::postgresql::copy_from_sqlite(folder.path(), cluster.url(), put); }) ==
          store::StoreFailure::Kind::other);
    CHECK_FALSE(is_put);
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM record") == "1");
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM kiosk") == "0");
}

TEST_CASE("No copy stands in PostgreSQL when what belongs beside it could not be put there", "[store]")
{
    const PostgresCluster cluster;
    const TemporaryFolder folder;
    SeededChance chance{1};
    SqliteCentralStore before{folder.path(), SqliteCentralStore::Opening::first, chance};
    fill(before);
    const auto fail = [] { throw store::StoreFailure{store::StoreFailure::Kind::full, "no room"}; };
    CHECK(failing([&] { store::postgresql::copy_from_sqlite(folder.path(), cluster.url(), fail); }) ==
          store::StoreFailure::Kind::full);
    CHECK(told_by(cluster.url(), "SELECT count(*) FROM record") == "0");
    CHECK_NOTHROW(store::postgresql::copy_from_sqlite(folder.path(), cluster.url()));
}
