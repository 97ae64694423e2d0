// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"
#include "tests/contract/central_stores.hpp"
#include "tests/contract/offers.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using store::Stock;

namespace {

struct Sqlite {
    Sqlite() { open(); }
    void open() { opened.emplace(folder.path(), store::SqliteCentralStore::Opening::first, chance); }
    void say(const std::string& sql) const
    {
        store::sqlite::Connection{folder / "central.db"}.execute(sql.c_str());
    }
    TemporaryFolder folder;
    SeededChance chance{1};
    std::optional<store::SqliteCentralStore> opened;
};

struct Postgres {
    Postgres() { open(); }
    void open() { opened.emplace(cluster.url(), store::Erasures{folder / "erasures"}, chance); }
    void say(const std::string& sql) const { told_by(cluster.url(), sql); }
    PostgresCluster cluster;
    TemporaryFolder folder;
    SeededChance chance{1};
    std::optional<store::postgresql::PostgresCentralStore> opened;
};

using Ranges = std::vector<Stock::Range>;

template <class On>
Ranges lacks(On& on)
{
    return on.opened->look()->stock().held_from(device(1), 9).lacks;
}

} // namespace

TEMPLATE_TEST_CASE("A gap that an older program did not note is noted when something comes into it",
                   "[store]", Sqlite, Postgres)
{
    TestType on;
    const auto all = chain(9);
    for (const auto place : {2U, 8U}) take(*on.opened, all[place]);
    REQUIRE(lacks(on) == Ranges{{1, 2}, {4, 8}});
    on.say("DELETE FROM gap");
    CHECK(take(*on.opened, all[5]) == Stock::Taken::accepted);
    CHECK(lacks(on) == Ranges{{1, 2}, {4, 5}, {7, 8}});
    CHECK(take(*on.opened, all[4]) == Stock::Taken::accepted);
    CHECK(lacks(on) == Ranges{{1, 2}, {4, 4}, {7, 8}});
}

TEST_CASE("A PostgreSQL of the program before knows what lacked of its chains", "[store]")
{
    Postgres on;
    const auto all = chain(9);
    for (const auto place : {2U, 3U, 8U}) take(*on.opened, all[place]);
    on.opened.reset();
    on.say("DROP TABLE gap");
    on.say("DELETE FROM migration WHERE number >= 8");
    on.open();
    CHECK(lacks(on) == Ranges{{1, 2}, {5, 8}});
}
