// SPDX-License-Identifier: MPL-2.0
#include "core/store/sqlite_store.hpp"

#include "core/store/migrations.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;

namespace {

class Kiosk {
public:
    std::optional<Kind> start()
    {
        return failing([&] { const SqliteStore store{data_}; });
    }
    void write_some(std::uint64_t count)
    {
        SqliteStore store{data_};
        const auto work = store.begin();
        for (std::uint64_t number = 1; number <= count; ++number) {
            work->records().add(made({.number = number, .body = base::Bytes(900, 3)}), Delivery::waiting);
        }
        work->commit();
    }
    std::filesystem::path file() const { return data_.file("kiosk.db"); }
    const DataFolder& data() const { return data_; }

    // Whether the database refuses to start with this kind, and every file is as before.
    bool refuses_and_keeps(Kind kind)
    {
        const auto before = contents_of(data_.path());
        const auto refused = start();
        return refused == kind && contents_of(data_.path()) == before;
    }

private:
    TemporaryFolder folder_;
    DataFolder data_{folder_ / "data"};
};

void overwrite(const std::filesystem::path& file, std::streamoff at, const std::string& bytes)
{
    std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
    out.seekp(at);
    out << bytes;
}

} // namespace

TEST_CASE("A damaged database is refused and never overwritten", "[store]")
{
    Kiosk kiosk;
    kiosk.write_some(100);
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(kiosk.file()));

    SECTION("its beginning is gone") { overwrite(kiosk.file(), 0, std::string(16, 'x')); }
    SECTION("a page in the middle is noise")
    {
        overwrite(kiosk.file(), size / 2 / 4096 * 4096, std::string(4096, 'x'));
    }
    SECTION("its end is missing")
    {
        std::filesystem::resize_file(kiosk.file(), static_cast<std::uintmax_t>(size / 2));
    }
    SECTION("it is a letter") { write(kiosk.file(), "Dear Ida, this is not a database at all."); }
    CHECK(kiosk.refuses_and_keeps(Kind::damaged));
}

TEST_CASE("A record that the disk changed is not handed out", "[store]")
{
    Kiosk kiosk;
    kiosk.write_some(1);
    const auto at = content_of(kiosk.file()).find(std::string(900, '\3'));
    REQUIRE(at != std::string::npos);
    overwrite(kiosk.file(), static_cast<std::streamoff>(at), "\4");

    SqliteStore store{kiosk.data()};
    const auto work = store.begin();
    CHECK(failing([&] { (void)work->records().find(id_of(made({}))); }) == Kind::damaged);
    CHECK(failing([&] { (void)work->outbox().waiting(1, 1); }) == Kind::damaged);
}

TEST_CASE("A kiosk refuses another program's database and a newer one", "[store]")
{
    Kiosk kiosk;
    kiosk.write_some(1);
    const auto change = [&](const std::string& sql) { sqlite::Connection{kiosk.file()}.execute(sql); };
    SECTION("newer")
    {
        change("PRAGMA user_version = 9999");
        CHECK(kiosk.refuses_and_keeps(Kind::newer));
    }
    SECTION("foreign")
    {
        change("PRAGMA application_id = 12345");
        CHECK(kiosk.refuses_and_keeps(Kind::foreign));
    }
}

TEST_CASE("A further store needs a first one", "[store]")
{
    Kiosk kiosk;
    const auto further = [&] { const SqliteStore store{kiosk.data(), SqliteStore::Opening::further}; };
    CHECK(failing(further) == Kind::other);
    kiosk.write_some(1);
    CHECK_FALSE(failing(further));
}

TEST_CASE("Closing leaves one file and no log", "[store]")
{
    Kiosk kiosk;
    kiosk.write_some(10);
    const auto left = contents_of(kiosk.data().path());
    CHECK(left.size() == 3);
    CHECK(left.count("kiosk.db") == 1);
    CHECK(left.count("lock") == 1);
    CHECK(left.count("written") == 1);
}

TEST_CASE("The log does not grow with the months", "[store]")
{
    Kiosk kiosk;
    SqliteStore store{kiosk.data()};
    SqliteStore network{kiosk.data(), SqliteStore::Opening::further};
    std::uintmax_t largest = 0;
    for (std::uint64_t number = 1; number <= 600; ++number) {
        const auto work = (number % 2 == 0 ? store : network).begin();
        work->records().add(made({.number = number, .body = base::Bytes(900, 3)}), Delivery::waiting);
        work->commit();
        largest = std::max(largest, std::filesystem::file_size(kiosk.data().file("kiosk.db-wal")));
    }
    // 600 commits of some 9 pages each are over 20 MB; the log goes into the file every 1000 pages.
    CHECK(largest < 8U << 20U);
}
