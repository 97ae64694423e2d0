// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite/connection.hpp"

#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store::sqlite;
using store::StoreFailure;
using Kind = StoreFailure::Kind;

namespace {

std::int64_t number(Connection& connection, std::string_view sql)
{
    auto found = connection.prepare(sql);
    REQUIRE(found.step());
    return found.integer(0);
}

std::string text(Connection& connection, std::string_view sql)
{
    auto found = connection.prepare(sql);
    REQUIRE(found.step());
    return found.text(0);
}

std::string text_of_failure(Connection& connection, std::string_view sql, const std::string& value)
{
    try {
        connection.prepare(sql).with(value).run();
    } catch (const StoreFailure& failure) {
        return failure.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("A durable connection syncs at every commit and overwrites what is deleted", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    CHECK(text(connection, "PRAGMA journal_mode") == "wal");
    CHECK(number(connection, "PRAGMA synchronous") == 2);
    CHECK(number(connection, "PRAGMA secure_delete") == 1);
    CHECK(number(connection, "PRAGMA foreign_keys") == 1);
    CHECK(number(connection, "PRAGMA temp_store") == 2);
    CHECK(number(connection, "PRAGMA auto_vacuum") == 0);
    CHECK(number(connection, "PRAGMA busy_timeout") == 5000);
}

TEST_CASE("Every kind of value comes out as it went in", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    auto row = connection.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, typeof(?4), typeof(?6)");
    const auto name = base::Id::from_hex("000102030405060708090a0b0c0d0e0f").value();
    row.with(std::int64_t{-7}, std::uint64_t{1} << 62U, std::string_view{"\0æ\n", 4}, base::Bytes{}, name,
             std::nullopt, std::optional<int>{3});
    REQUIRE(row.step());
    CHECK(row.integer(0) == -7);
    CHECK(row.count(1) == std::uint64_t{1} << 62U);
    CHECK(row.text(2) == std::string{"\0æ\n", 4});
    CHECK(row.bytes(3).empty());
    CHECK_FALSE(row.is_null(3));
    CHECK(row.name<base::Id>(4) == name);
    CHECK(row.is_null(5));
    CHECK(row.integer(6) == 3);
    CHECK(row.text(7) == "blob");
    CHECK(row.text(8) == "null");
    CHECK(failing([&] { (void)row.name<base::Hash>(4); }) == Kind::damaged);
}

TEST_CASE("A statement asked for again is free of what was bound before", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.prepare("SELECT ?1").with(1).step();
    auto again = connection.prepare("SELECT ?1");
    auto beside = connection.prepare("SELECT ?1");
    beside.with(2);
    REQUIRE(again.step());
    CHECK(again.is_null(0));
    REQUIRE(beside.step());
    CHECK(beside.integer(0) == 2);
    beside.again();
    REQUIRE(beside.step());
    CHECK(beside.is_null(0));
}

TEST_CASE("A transaction that is not committed is undone", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    connection.execute("CREATE TABLE t (a INTEGER)");
    {
        const Transaction thrown_away{connection};
        connection.execute("INSERT INTO t VALUES (1)");
    }
    CHECK(number(connection, "SELECT count(*) FROM t") == 0);
    Transaction kept{connection};
    kept.connection().execute("INSERT INTO t VALUES (1)");
    kept.commit();
    CHECK(number(connection, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("A failure tells its kind and nothing of the data", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.execute("CREATE TABLE secret_things (a TEXT UNIQUE CHECK (a <> 'Ida'))");
    connection.prepare("INSERT INTO secret_things VALUES (?1)").with("Karen").run();
    for (const std::string name : {"Ida", "Karen"}) {
        const auto said = text_of_failure(connection, "INSERT INTO secret_things VALUES (?1)", name);
        CHECK_THAT(said, ContainsSubstring("sqlite: "));
        CHECK_THAT(said, !ContainsSubstring(name) && !ContainsSubstring("secret"));
    }
    CHECK(failing([&] { connection.execute("nonsense"); }) == Kind::other);
}

TEST_CASE("Waiting for another connection ends with in use", "[store]")
{
    const TemporaryFolder folder;
    Connection one{folder / "a.db"};
    Connection other{folder / "a.db"};
    one.make_durable();
    other.wait_for_others(std::chrono::milliseconds{0});
    {
        const Transaction holds{one};
        CHECK(failing([&] { const Transaction wants{other}; }) == Kind::in_use);
    }
    CHECK_FALSE(failing([&] { const Transaction gets{other}; }));
}

TEST_CASE("A full database refuses and goes on afterwards", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    connection.execute("CREATE TABLE t (a BLOB)");
    connection.execute("PRAGMA max_page_count = 4");
    const auto fill = [&] {
        Transaction work{connection};
        for (int i = 0; i < 10; ++i) connection.execute("INSERT INTO t VALUES (zeroblob(4000))");
        work.commit();
    };
    CHECK(failing(fill) == Kind::full);
    CHECK(number(connection, "SELECT count(*) FROM t") == 0);
    connection.execute("PRAGMA max_page_count = 1000");
    CHECK_FALSE(failing(fill));
    CHECK(number(connection, "SELECT count(*) FROM t") == 10);
}

TEST_CASE("After a statement failed on a full database the rest cannot be committed", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    connection.execute("CREATE TABLE t (a BLOB)");
    connection.execute("PRAGMA max_page_count = 4; PRAGMA cache_spill = OFF");
    Transaction work{connection};
    connection.execute("INSERT INTO t VALUES (1)");
    CHECK(failing([&] { connection.execute("INSERT INTO t VALUES (zeroblob(40000))"); }) == Kind::full);
    CHECK(failing([&] { work.commit(); }) == Kind::other);
    CHECK(number(connection, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("Opening never makes a file where none is asked for", "[store]")
{
    const TemporaryFolder folder;
    CHECK(failing([&] { const Connection none{folder / "none.db", Connection::Create::no}; }) == Kind::other);
    CHECK(failing([&] { const Connection none{folder / "no/folder.db"}; }) == Kind::other);
    CHECK(contents_of(folder.path()).empty());
}

TEST_CASE("A copy holds everything and takes the place of an older one", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    connection.execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (42); PRAGMA user_version = 3");
    write(folder / "copy", "old");
    write(folder / "copy.half", "left behind");
    connection.copy_to(folder / "copy");
    Connection copy{folder / "copy"};
    CHECK(number(copy, "SELECT a FROM t") == 42);
    CHECK(copy.schema_version() == 3);
    CHECK_FALSE(std::filesystem::exists(folder / "copy.half"));
}

TEST_CASE("A copy for which there is no room leaves the older one alone", "[store]")
{
    const TemporaryFolder folder;
    Connection connection{folder / "a.db"};
    connection.make_durable();
    connection.execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (42)");
    write(folder / "copy", "old");
    std::optional<Kind> kind;
    {
        const FullDisk full;
        kind = failing([&] { connection.copy_to(folder / "copy"); });
    }
    CHECK(kind == Kind::full);
    CHECK(content_of(folder / "copy") == "old");
    CHECK_FALSE(std::filesystem::exists(folder / "copy.half"));
}
