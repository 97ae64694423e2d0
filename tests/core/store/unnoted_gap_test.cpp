// SPDX-License-Identifier: MPL-2.0
#include "tests/contract/offers.hpp"
#include "tests/core/store/central_on.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using central_on::Postgres;
using central_on::Sqlite;
using store::Stock;

namespace {

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
    on.say("DROP TABLE gap; ALTER TABLE card DROP COLUMN device");
    on.say("DELETE FROM migration WHERE number >= 8");
    on.open();
    CHECK(lacks(on) == Ranges{{1, 2}, {5, 8}});
}

TEST_CASE("What an older PostgreSQL program did not note while it went on serving is noted at the next start",
          "[store]")
{
    Postgres on;
    const auto all = chain(12);
    for (const auto place : {2U, 5U, 8U, 11U}) take(*on.opened, all[place]);
    REQUIRE(lacks(on) == Ranges{{1, 2}, {4, 5}, {7, 8}, {10, 11}});
    const auto* const wrong = GENERATE("DELETE FROM gap", "DELETE FROM gap WHERE first = 4",
                                       "UPDATE gap SET last = 6 WHERE first = 4;"
                                       " UPDATE gap SET first = 8 WHERE first = 7");
    on.opened.reset();
    on.say(wrong);
    on.open();
    CHECK(lacks(on) == Ranges{{1, 2}, {4, 5}, {7, 8}, {10, 11}});
}
