// SPDX-License-Identifier: MPL-2.0
#include <thread>

#include <sys/stat.h>

#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;
namespace fs = std::filesystem;

namespace {

fs::perms rights_of(const fs::path& path) { return fs::status(path).permissions(); }

// As somebody who may not do everything: tests often run as root.
template <class Deed>
std::optional<int> as_nobody(const TemporaryFolder& folder, Deed deed)
{
    if (::geteuid() == 0) fs::permissions(folder.path(), fs::perms::all);
    Child child{[&](const auto&) {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 97;
        const auto kind = failing(deed);
        return kind ? static_cast<int>(*kind) : 50;
    }};
    return child.wait();
}

} // namespace

TEST_CASE("A data folder is made for its owner alone", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "deep/below/data"};
    CHECK(rights_of(data.path()) == fs::perms::owner_all);

    fs::create_directory(folder / "open");
    fs::permissions(folder / "open", fs::perms::all);
    const DataFolder tightened{folder / "open/"};
    CHECK(rights_of(folder / "open") == fs::perms::owner_all);
    CHECK(tightened.file("kiosk.db") == folder / "open/kiosk.db");
}

TEST_CASE("A folder that others use is not taken from them for data", "[store]")
{
    const TemporaryFolder folder;
    const auto home = folder / "home";
    fs::create_directory(home);
    fs::permissions(home, fs::perms{0755});
    write(home / "letter", "somebody's");
    CHECK_THROWS_WITH(DataFolder{home}, ContainsSubstring("chmod 700"));
    CHECK(rights_of(home) == fs::perms{0755});
    CHECK_FALSE(fs::exists(home / "lock"));

    fs::permissions(home, fs::perms::owner_all);
    REQUIRE_FALSE(failing([&] { const DataFolder data{home}; }));
    fs::permissions(home, fs::perms{0755}); // of ours since, whoever loosened it
    const DataFolder tightened{home};
    CHECK(rights_of(home) == fs::perms::owner_all);
}

TEST_CASE("Root leaves nothing in a folder of another user's that he could not open", "[store]")
{
    const TemporaryFolder folder;
    const auto of_nobody = folder / "data";
    REQUIRE(as_nobody(folder, [&] { const DataFolder data{of_nobody}; }) == 50);
    if (::geteuid() == 0) {
        CHECK_THROWS_WITH(DataFolder{of_nobody}, ContainsSubstring("sudo -u '#65534'"));
        CHECK_THROWS_WITH(must_not_be_anothers(of_nobody), ContainsSubstring("sudo -u '#65534'"));
    }
    CHECK(as_nobody(folder, [&] { const DataFolder data{of_nobody}; }) == 50);
}

TEST_CASE("A second kiosk on the same data folder is refused until the first one ends", "[store]")
{
    const TemporaryFolder folder;
    const auto path = folder / "data";
    Child first{[&](const Child::Mouth& mouth) {
        const DataFolder data{path};
        const SqliteStore store{data};
        mouth.say("open");
        for (;;) ::pause();
        return 0;
    }};
    REQUIRE(first.line() == "open");
    CHECK(failing([&] { const DataFolder second{path}; }) == Kind::in_use);
    CHECK(failing([&] {
              const DataFolder by_another_way{folder / "../" / folder.path().filename() / "data"};
          }) == Kind::in_use);

    first.kill();
    const DataFolder second{path};
    CHECK(failing([&] { const DataFolder twice{path}; }) == Kind::in_use);
}

TEST_CASE("A read-only folder is said to be one", "[store]")
{
    const TemporaryFolder folder;
    fs::create_directory(folder / "data");
    // Its owner would take it back from others, and then write in it.
    const auto nobody = ::geteuid() == 0 ? fs::perms::others_read | fs::perms::others_exec : fs::perms::none;
    fs::permissions(folder / "data", fs::perms::owner_read | fs::perms::owner_exec | nobody);
    const auto made_before = folder / "data";
    CHECK(as_nobody(folder, [&] { const DataFolder data{made_before}; }) ==
          static_cast<int>(Kind::read_only));
    const auto not_made = folder / "data/deeper";
    CHECK(as_nobody(folder, [&] { const DataFolder data{not_made}; }) == static_cast<int>(Kind::read_only));
}

TEST_CASE("A write-protected database is said to be one and nothing is claimed to be saved", "[store]")
{
    const TemporaryFolder folder;
    const auto path = folder / "data";
    const auto make = [&] {
        const DataFolder data{path};
        const SqliteStore store{data};
    };
    REQUIRE(as_nobody(folder, make) == 50);
    fs::permissions(path / "kiosk.db", fs::perms::owner_read);
    CHECK(as_nobody(folder, make) == static_cast<int>(Kind::read_only));
}

TEST_CASE("A file where the folder should be is refused and kept", "[store]")
{
    const TemporaryFolder folder;
    write(folder / "data", "somebody's letter");
    CHECK(failing([&] { const DataFolder data{folder / "data"}; }) == Kind::other);
    CHECK(failing([&] { const DataFolder data{folder / "data/below"}; }) == Kind::other);
    CHECK(content_of(folder / "data") == "somebody's letter");
}

TEST_CASE("A folder that was taken read-only while the program ran fails as read-only", "[store]")
{
    const TemporaryFolder folder;
    const auto path = folder / "data";
    const auto taken = [&] {
        const DataFolder data{path};
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_exec);
        const SqliteStore store{data};
    };
    CHECK(as_nobody(folder, taken) == static_cast<int>(Kind::read_only));
}

TEST_CASE("The screen's and the network's thread write into one folder and lose nothing", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    SqliteStore ui{data};
    const auto write_some = [](Store& store, std::uint8_t by) {
        for (std::uint64_t number = 1; number <= 100; ++number) {
            const auto work = store.begin();
            work->records().add(made({.number = number, .by = device(by)}), Delivery::waiting);
            work->commit();
        }
    };
    std::optional<StoreFailure::Kind> failed;
    std::thread network{[&] {
        failed = failing([&] {
            SqliteStore store{data, SqliteStore::Opening::further};
            write_some(store, 2);
        });
    }};
    write_some(ui, 1);
    network.join();
    CHECK_FALSE(failed);
    const auto work = ui.begin();
    CHECK(work->records().of_stream(notebook(1)).size() == 200);
    CHECK(work->records().tip(device(2)).number == 100);
}
