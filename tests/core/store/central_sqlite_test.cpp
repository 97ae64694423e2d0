// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite.hpp"

#include "core/store/sqlite/connection.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"
using namespace frikort::tests;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;

namespace {

std::optional<Kind> start(const TemporaryFolder& folder)
{
    return failing([&] {
        SeededChance chance{1};
        const SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    });
}

} // namespace

TEST_CASE("A server refuses a foreign or newer or damaged database and leaves it as it is", "[store]")
{
    const TemporaryFolder folder;
    REQUIRE_FALSE(start(folder));
    const auto file = folder / "central.db";
    const auto change = [&](const std::string& sql) { sqlite::Connection{file}.execute(sql); };
    auto kind = Kind::damaged;
    SECTION("newer")
    {
        change("PRAGMA user_version = 9999");
        kind = Kind::newer;
    }
    SECTION("foreign")
    {
        change("PRAGMA application_id = 12345");
        kind = Kind::foreign;
    }
    SECTION("a kiosk's")
    {
        change("PRAGMA application_id = 0x46524b4b");
        kind = Kind::foreign;
    }
    SECTION("damaged") { write(file, content_of(file).substr(0, 5000)); }
    SECTION("a letter") { write(file, "Dear Ida, this is not a database at all."); }
    const auto before = contents_of(folder.path());
    CHECK(start(folder) == kind);
    CHECK(contents_of(folder.path()) == before);
}
