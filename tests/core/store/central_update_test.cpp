// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"
#include "core/store/migrations.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core::store;

namespace {

constexpr std::size_t before_comparing = 5; // steps

} // namespace

TEST_CASE("An update cuts off no centre that had kiosks before there was anything to compare")
{
    const TemporaryFolder folder;
    {
        auto schema = central_schema();
        schema.steps = schema.steps.first(before_comparing);
        sqlite::Connection connection{folder / "central.db"};
        bring_up_to_date(connection, folder / "central.db", schema);
        connection.execute(
            "INSERT INTO server (one, epoch, counter) VALUES (1, 'an epoch', 0);"
            "INSERT INTO centre (stream, name) VALUES (CAST(x'02' || zeroblob(32) AS BLOB), 'Havnen');"
            "INSERT INTO centre (stream, name) VALUES (CAST(x'0201' || zeroblob(31) AS BLOB), 'Perronen');"
            "INSERT INTO kiosk (device, sign, centre, enrolled, contact) VALUES"
            " (zeroblob(16), zeroblob(32), CAST(x'02' || zeroblob(32) AS BLOB), 1, 1);");
    }
    SeededChance chance{1};
    SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    const auto look = store.look();
    CHECK(look->centres().named("Havnen")->served == Centre::Served::as_before);
    CHECK(look->centres().named("Perronen")->served == Centre::Served::once_compared);
    CHECK_FALSE(look->centres().named("Havnen")->compared);
    CHECK_FALSE(look->kiosks().all().front().root);
}
