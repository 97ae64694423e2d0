// SPDX-License-Identifier: MPL-2.0
#include "core/store/migrations.hpp"

#include "core/store/sqlite_store.hpp"
#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store;
using sqlite::Connection;
using Kind = StoreFailure::Kind;

namespace {

constexpr std::uint32_t ours = 77;
constexpr Migration steps[] = {
    {"0001_things", "CREATE TABLE thing (name TEXT NOT NULL) STRICT;"},
    {"0002_amounts", "ALTER TABLE thing ADD COLUMN amount INTEGER NOT NULL DEFAULT 5;"
                     "UPDATE thing SET amount = 7 WHERE name = 'b';"},
    {"0003_index", "CREATE INDEX thing_by_name ON thing (name);"},
};

Schema up_to(std::size_t count, std::uint32_t id = ours) { return {id, std::span{steps}.first(count)}; }

void bring(const std::filesystem::path& file, const Schema& schema)
{
    Connection connection{file};
    bring_up_to_date(connection, file, schema);
}

std::string told(const std::filesystem::path& file)
{
    Connection connection{file};
    auto rows = connection.prepare("SELECT name, amount FROM thing ORDER BY name");
    std::string all;
    while (rows.step()) all += rows.text(0) + std::to_string(rows.integer(1)) + ' ';
    return all + std::to_string(connection.schema_version());
}

void with_rows(const std::filesystem::path& file)
{
    Connection connection{file};
    bring_up_to_date(connection, file, up_to(1));
    connection.execute("INSERT INTO thing VALUES ('a'), ('b')");
}

// Every table with its columns and every index.
std::string form_of(Connection& connection)
{
    auto rows =
        connection.prepare("SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    std::string all;
    while (rows.step()) all += rows.text(0) + '\n';
    return all;
}

} // namespace

TEST_CASE("A new database gets every step and keeps no copy", "[store]")
{
    const TemporaryFolder folder;
    bring(folder / "a.db", up_to(3));
    CHECK(contents_of(folder.path()).size() == 1);
    Connection connection{folder / "a.db"};
    CHECK(connection.schema_version() == 3);
    CHECK(connection.application_id() == ours);
}

TEST_CASE("A database comes to one form by any way of steps and keeps its rows", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "steps.db");
    bring(folder / "steps.db", up_to(2));
    bring(folder / "steps.db", up_to(3));
    with_rows(folder / "jump.db");
    bring(folder / "jump.db", up_to(3));
    bring(folder / "new.db", up_to(3));

    CHECK(told(folder / "steps.db") == "a5 b7 3");
    CHECK(told(folder / "jump.db") == "a5 b7 3");
    Connection by_steps{folder / "steps.db"};
    Connection by_jump{folder / "jump.db"};
    Connection at_once{folder / "new.db"};
    CHECK(form_of(by_steps) == form_of(at_once));
    CHECK(form_of(by_jump) == form_of(at_once));
}

TEST_CASE("A database that is up to date is left as it is", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    const auto before = contents_of(folder.path());
    bring(folder / "a.db", up_to(1));
    CHECK(contents_of(folder.path()) == before);
}

TEST_CASE("Before a database is changed a copy of it is kept and only the newest", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    bring(folder / "a.db", up_to(2));
    {
        Connection copy{folder / "a.db.before-0002"};
        auto rows = copy.prepare("SELECT count(*) FROM thing");
        REQUIRE(rows.step());
        CHECK(rows.integer(0) == 2);
        CHECK(copy.schema_version() == 1);
        CHECK(copy.application_id() == ours);
    }
    bring(folder / "a.db", up_to(3));
    CHECK_FALSE(std::filesystem::exists(folder / "a.db.before-0002"));
    CHECK(told(folder / "a.db.before-0003") == "a5 b7 2");
    remove_copies(folder / "a.db");
    CHECK(contents_of(folder.path()).size() == 1);
}

TEST_CASE("A step that fails leaves the database at the step before", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    const Migration wrong[] = {steps[0], steps[1], {"0003_wrong", "UPDATE thing SET amount = 1; nonsense"}};
    CHECK(failing([&] { bring(folder / "a.db", {ours, wrong}); }) == Kind::other);
    CHECK(told(folder / "a.db") == "a5 b7 2");
    bring(folder / "a.db", up_to(3));
    CHECK(told(folder / "a.db") == "a5 b7 3");
}

TEST_CASE("With no room for the copy the database is not changed", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    const auto before = content_of(folder / "a.db");
    std::optional<Kind> kind;
    {
        const FullDisk full;
        kind = failing([&] { bring(folder / "a.db", up_to(2)); });
    }
    CHECK(kind == Kind::full);
    CHECK(content_of(folder / "a.db") == before);
    CHECK_FALSE(std::filesystem::exists(folder / "a.db.before-0002"));
    bring(folder / "a.db", up_to(2));
    CHECK(told(folder / "a.db") == "a5 b7 2");
}

TEST_CASE("A database from a newer program is refused and left as it is", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    bring(folder / "a.db", up_to(3));
    remove_copies(folder / "a.db");
    const auto before = contents_of(folder.path());
    CHECK(failing([&] { bring(folder / "a.db", up_to(2)); }) == Kind::newer);
    CHECK(contents_of(folder.path()) == before);
}

TEST_CASE("A newer database whose log was left behind keeps that log", "[store]")
{
    const TemporaryFolder folder;
    Connection writer{folder / "a.db"};
    bring_up_to_date(writer, folder / "a.db", up_to(3));
    writer.execute("INSERT INTO thing VALUES ('c', 1)");
    // As after a power cut: the files without the program.
    const TemporaryFolder after;
    for (const auto* name : {"a.db", "a.db-wal"}) write(after / name, content_of(folder / name));
    const auto before = contents_of(after.path());
    REQUIRE(before.at("a.db-wal").size() > 0);

    CHECK(failing([&] { bring(after / "a.db", up_to(2)); }) == Kind::newer);
    CHECK(content_of(after / "a.db") == before.at("a.db"));
    CHECK(content_of(after / "a.db-wal") == before.at("a.db-wal"));
    CHECK(told(after / "a.db") == "c1 3");
}

TEST_CASE("Another program's database is refused and left as it is", "[store]")
{
    const TemporaryFolder folder;
    with_rows(folder / "a.db");
    const auto before = contents_of(folder.path());
    CHECK(failing([&] { bring(folder / "a.db", up_to(3, ours + 1)); }) == Kind::foreign);
    {
        Connection nobodys{folder / "b.db"};
        nobodys.execute("CREATE TABLE t (a)");
    }
    const auto b_before = content_of(folder / "b.db");
    CHECK(failing([&] { bring(folder / "b.db", up_to(3)); }) == Kind::foreign);
    CHECK(content_of(folder / "a.db") == before.at("a.db"));
    CHECK(content_of(folder / "b.db") == b_before);
}

TEST_CASE("A further connection takes only a database that is up to date", "[store]")
{
    const TemporaryFolder folder;
    bring(folder / "a.db", up_to(2));
    Connection further{folder / "a.db"};
    CHECK_FALSE(failing([&] { join(further, up_to(2)); }));
    CHECK(failing([&] { join(further, up_to(1)); }) == Kind::newer);
    CHECK(failing([&] { join(further, up_to(3)); }) == Kind::other);
    CHECK(failing([&] { join(further, up_to(2, ours + 1)); }) == Kind::foreign);
}

TEST_CASE("The kiosk's own schema is in the program and numbered without gaps", "[store]")
{
    const auto schema = kiosk_schema();
    REQUIRE(!schema.steps.empty());
    CHECK(schema.steps[0].name == "0001_records");
    CHECK(schema.application_id == 0x46524b4b);

    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    {
        const SqliteStore store{data};
    }
    Connection connection{data.file("kiosk.db"), Connection::Create::no};
    CHECK(connection.schema_version() == schema.steps.size());
    CHECK(connection.application_id() == schema.application_id);
}
