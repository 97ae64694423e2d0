// SPDX-License-Identifier: MPL-2.0
#include "core/store/revocations.hpp"

#include <thread>

#include "core/store/central_sqlite.hpp"
#include "core/store/sqlite/connection.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/full_disk.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/seeded_chance.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core::store;

namespace {

Seconds at(int seconds) { return Seconds{std::chrono::seconds{seconds}}; }

std::vector<Revocation> read(const std::filesystem::path& file) { return Revocations{file}.all(); }

} // namespace

TEST_CASE("Revoked kiosks stand in their file once each, the oldest first, and a cut line is none", "[store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "revoked";
    const Revocations revocations{file};
    CHECK(revocations.all().empty());
    const Revocation first{device(1), at(100)};
    const Revocation second{device(2), at(200)};
    revocations.keep({{first}});
    revocations.keep({{second, {device(1), at(300)}}});
    CHECK(read(file) == std::vector{first, second});
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms{077}) ==
          std::filesystem::perms::none);

    const auto whole = content_of(file);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        write(file, whole.substr(0, cut));
        CHECK(read(file).size() == (cut < whole.size() / 2 ? 0 : 1));
        revocations.keep({{first, second}});
        CHECK(content_of(file) == whole);
    }
}

TEST_CASE("A file that is no list of revoked kiosks is told to be damaged, and stays as it is", "[store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "revoked";
    const std::string device(32, 'a');
    const auto wrong = GENERATE_COPY(std::string{"hello\n"}, device + "\n", device + " \n", device + " -1\n",
                                     device + " 1 \n", device + " 99999999999999999999\n",
                                     "x" + device + " 1\n", device + "a 1\n", std::string{"\n"});
    CAPTURE(wrong);
    write(file, wrong);
    CHECK(failing([&] { read(file); }) == StoreFailure::Kind::damaged);
    CHECK(failing([&] {
              Revocations{file}.keep({{{frikort::tests::device(1), at(1)}}});
          }) == StoreFailure::Kind::damaged);
    CHECK(content_of(file) == wrong);
}

TEST_CASE("Two programs that revoke at once lose nothing of what the other wrote", "[store]")
{
    const TemporaryFolder folder;
    const auto file = folder / "revoked";
    constexpr int each = 50;
    const auto revoke = [&](int from) {
        for (int i = 0; i < each; ++i)
            Revocations{file}.keep({{{named<frikort::core::records::DeviceId>(1, from + i), at(i)}}});
    };
    std::thread other{[&] { revoke(1000); }};
    revoke(0);
    other.join();
    CHECK(read(file).size() == 2 * each);
}

TEST_CASE("With no room for the line a kiosk is not revoked, and nothing says that it was", "[store]")
{
    const TemporaryFolder folder;
    SeededChance chance{1};
    SqliteCentralStore store{folder.path(), SqliteCentralStore::Opening::first, chance};
    {
        const auto work = store.begin();
        work->centres().add({notebook(1), "Perronen"});
        work->kiosks().add({device(1), named<DeviceKey>(1), notebook(1), at(1)});
        work->commit();
    }
    {
        const auto work = store.begin();
        work->kiosks().revoke(device(1), at(5));
        const FullDisk full;
        CHECK(failing([&] { work->commit(); }) == StoreFailure::Kind::full);
    }
    CHECK_FALSE(store.look()->kiosks().find(device(1))->revoked);
    CHECK(read(folder / "revoked").empty());
}
