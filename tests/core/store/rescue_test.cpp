// SPDX-License-Identifier: MPL-2.0
#include "core/store/rescue.hpp"

#include <random>
#include <set>

#include <sys/stat.h>

#include "tests/support/catch.hpp"
#include "tests/support/failing.hpp"
#include "tests/support/files.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store;
using Kind = StoreFailure::Kind;
using Numbers = Rescue::Numbers;

namespace {

const records::DeviceId own = device(1);
constexpr std::uint64_t written = 60;
constexpr std::uint64_t foreign = 40;

// A kiosk that wrote sixty records into two notebooks and holds forty of another's.
class Kiosk {
public:
    // Ended as programs end; or killed, with the last of it in the log.
    enum class End { well, killed };
    explicit Kiosk(End end = End::well)
    {
        std::optional<DataFolder> apart;
        if (end == End::killed) apart.emplace(folder_ / "running");
        const auto& data = apart ? *apart : data_;
        {
            SqliteStore store{data};
            fill(store);
            if (apart) // a copy of what lies there while it runs
                for (const char* name : {"kiosk.db", "kiosk.db-wal", "written"})
                    std::filesystem::copy_file(data.file(name), data_.file(name));
        }
    }

    const DataFolder& data() const { return data_; }
    std::filesystem::path file() const { return data_.file("kiosk.db"); }
    std::filesystem::path log() const { return data_.file("kiosk.db-wal"); }
    bool is_well() const
    {
        return !failing([&] { look_over(data_, own); });
    }
    Rescue rescue(const std::string& day = "2026-11-22")
    {
        return store::rescue(data_, own, day,
                             [&](Work& work, const Rescue&) { work.facts().set("noted", "yes"); });
    }

    // Everything that is here after a rescue, and what is wrong with it.
    std::vector<std::string> faults(const Rescue& told) const
    {
        std::vector<std::string> faults;
        if (!is_well() && told.lost.empty()) faults.emplace_back("it is not well");
        SqliteStore store{data_};
        const auto work = store.begin();
        std::set<std::uint64_t> lost;
        for (const auto& one : told.lost) lost.insert(one.number);
        for (const auto& [number, record] : all_) {
            const auto found = work->records().find(id_of(record));
            const bool is_own = number <= written;
            if (found && found->hash() != record.hash()) faults.emplace_back("another record");
            if (is_own && found.has_value() == lost.contains(number))
                faults.push_back("number " + std::to_string(number) +
                                 (found ? " is called lost" : " is not named"));
        }
        if (told.numbers == Numbers::known && told.last.number != written)
            faults.emplace_back("another last number");
        if (work->facts().get("noted") != "yes") faults.emplace_back("it is not noted");
        return faults;
    }

private:
    void fill(SqliteStore& store)
    {
        auto previous = records::Hash{};
        std::unique_ptr<Work> work;
        for (std::uint64_t number = 1; number <= written; ++number) {
            const auto record = made({.number = number,
                                      .by = own,
                                      .in = notebook(static_cast<std::uint8_t>(1 + number % 2)),
                                      .body = base::Bytes(number % 10 == 0 ? 9000 : 600, 7),
                                      .previous = previous});
            previous = record.hash();
            all_.emplace(number, record);
            if (!work) work = store.begin();
            work->records().add(record, Delivery::waiting);
            work->facts().set("sync.centre", "Perronen");
            if (number % 6 != 0) continue;
            work->commit();
            work.reset();
        }
        work = store.begin();
        for (std::uint64_t number = 1; number <= foreign; ++number) {
            const auto record = made({.number = number, .by = device(2), .body = base::Bytes(700, 8)});
            all_.emplace(written + number, record);
            work->records().add(record, Delivery::foreign);
        }
        work->commit();
    }

    TemporaryFolder folder_{PostgresCluster::quick_place()}; // a hundred of them
    DataFolder data_{folder_ / "data"};
    std::map<std::uint64_t, records::Record> all_;
};

void overwrite(const std::filesystem::path& file, std::uintmax_t at, const std::string& bytes)
{
    std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
    out.seekp(static_cast<std::streamoff>(at));
    out << bytes;
}

std::string noise(std::mt19937& chance, std::size_t size)
{
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(chance());
    return bytes;
}

} // namespace

TEST_CASE("Wherever a database is damaged what can be proved is kept and what is lost is named", "[store]")
{
    for (unsigned seed = 1; seed <= 120; ++seed) {
        CAPTURE(seed);
        std::mt19937 chance{seed};
        Kiosk kiosk{seed % 3 == 0 ? Kiosk::End::killed : Kiosk::End::well};
        const auto file = seed % 6 == 0 ? kiosk.log() : kiosk.file();
        const auto size = std::filesystem::file_size(file);
        switch (chance() % 4) {
        case 0: // a page is noise
            overwrite(file, chance() % size / 4096 * 4096, noise(chance, 4096));
            break;
        case 1: // a bit is another
            overwrite(file, chance() % size, noise(chance, 1));
            break;
        case 2: // the end is gone
            std::filesystem::resize_file(file, chance() % size);
            break;
        case 3: // a sector here and there
            for (int i = 0; i < 5; ++i) overwrite(file, chance() % size / 512 * 512, noise(chance, 512));
            break;
        }
        if (kiosk.is_well()) continue; // it hit what nobody needs
        const auto before = content_of(kiosk.file());
        const auto told = kiosk.rescue();
        CHECK(kiosk.faults(told) == std::vector<std::string>{});
        CHECK(told.numbers == Numbers::known);
        CHECK(content_of(kiosk.data().file(told.kept.c_str())) == before);
    }
}

TEST_CASE("A flipped page costs its own records and no others", "[store]")
{
    Kiosk kiosk;
    const auto size = std::filesystem::file_size(kiosk.file());
    overwrite(kiosk.file(), size / 2 / 4096 * 4096, std::string(4096, 'x'));
    CHECK_FALSE(kiosk.is_well());
    const auto told = kiosk.rescue();
    CHECK(kiosk.faults(told) == std::vector<std::string>{});
    CHECK(told.records > 60);
    SqliteStore store{kiosk.data()};
    CHECK(store.begin()->facts().get("sync.centre") == "Perronen");
}

TEST_CASE("Without its beginning a database is read page by page", "[store]")
{
    Kiosk kiosk;
    overwrite(kiosk.file(), 0, std::string(100, 'x'));
    const auto told = kiosk.rescue();
    CHECK(told.lost.empty());
    CHECK(told.records == written + foreign);
    CHECK(kiosk.faults(told) == std::vector<std::string>{});
}

TEST_CASE("What was still to be told of requests is told after a rescue", "[store]")
{
    Kiosk kiosk;
    {
        SqliteStore store{kiosk.data()};
        const auto work = store.begin();
        for (const std::uint8_t which : {std::uint8_t{3}, std::uint8_t{4}})
            work->shares().note(notebook(which));
        work->shares().told({notebook(4)}, std::chrono::sys_seconds{std::chrono::seconds{60}});
        work->commit();
    }
    overwrite(kiosk.file(), 0, std::string(100, 'x'));
    const auto told = kiosk.rescue();
    CHECK(kiosk.faults(told) == std::vector<std::string>{});
    CHECK(told.lost.empty());
    SqliteStore store{kiosk.data()};
    CHECK(store.begin()->shares().untold(9) == std::vector{notebook(3)});
}

TEST_CASE("A log that is gone with what was said to be saved is found out by the note beside it", "[store]")
{
    Kiosk kiosk{Kiosk::End::killed};
    std::filesystem::resize_file(kiosk.log(), 0);
    CHECK(failing([&] { look_over(kiosk.data(), own); }) == Kind::damaged);
    const auto told = kiosk.rescue();
    CHECK(told.numbers == Numbers::known);
    CHECK(told.last.number == written);
    CHECK(told.lost.size() == written);
}

TEST_CASE("A database that is gone altogether is not taken for a new one", "[store]")
{
    Kiosk kiosk;
    SECTION("no file") { std::filesystem::remove(kiosk.file()); }
    SECTION("an empty one") { std::filesystem::resize_file(kiosk.file(), 0); }
    CHECK_FALSE(kiosk.is_well());
    const auto told = kiosk.rescue();
    CHECK(told.lost.size() == written);
    CHECK(told.numbers == Numbers::known);
    CHECK(kiosk.faults(told) == std::vector<std::string>{});
}

TEST_CASE("Where nobody can say which numbers were given out that is said", "[store]")
{
    Kiosk kiosk;
    overwrite(kiosk.file(), 4096, std::string(4096, 'x'));
    SECTION("the note is gone") { std::filesystem::remove(kiosk.data().file("written")); }
    SECTION("half of the note is gone") { std::filesystem::resize_file(kiosk.data().file("written"), 40); }
    SECTION("the note is another machine's") { WrittenNote{kiosk.data()}.keep({device(9), {4, {}}}); }
    CHECK(kiosk.rescue().numbers == Numbers::unknown);
}

TEST_CASE("A damaged file is kept for its owner alone and never overwritten by the next", "[store]")
{
    Kiosk kiosk;
    std::set<std::string> names;
    std::map<std::string, std::string> contents;
    for (int times = 0; times < 3; ++times) {
        overwrite(kiosk.file(), 4096, noise(*std::make_unique<std::mt19937>(times), 4096));
        const auto before = content_of(kiosk.file());
        const auto told = kiosk.rescue();
        CHECK(names.insert(told.kept).second);
        contents[told.kept] = before;
        struct stat about {};
        REQUIRE(::stat(kiosk.data().file(told.kept.c_str()).c_str(), &about) == 0);
        CHECK((about.st_mode & 0777U) == 0600U);
    }
    CHECK(*names.begin() == "kiosk.db.damaged-2026-11-22");
    for (const auto& [name, content] : contents)
        CHECK(content_of(kiosk.data().file(name.c_str())) == content);
}

TEST_CASE("A rescue that is cut off anywhere begins anew and finds the same", "[store]")
{
    Kiosk kiosk{Kiosk::End::killed};
    const auto log = std::filesystem::file_size(kiosk.log());
    overwrite(kiosk.log(), log / 2, std::string(100, 'x'));
    CHECK_FALSE(kiosk.is_well());
    CHECK(std::filesystem::file_size(kiosk.log()) == log); // nothing was touched by looking
    CHECK(failing([&] {
              store::rescue(kiosk.data(), own, "2026-11-22", [](Work&, const Rescue&) {
                  throw StoreFailure{Kind::full, "no room"};
              });
          }) == Kind::full);
    CHECK_FALSE(kiosk.is_well());
    // The old log was put aside already, the new database not yet in its place.
    std::filesystem::remove(kiosk.log());
    const auto told = kiosk.rescue("2026-11-23");
    CHECK(told.kept == "kiosk.db.damaged-2026-11-22");
    CHECK(kiosk.faults(told) == std::vector<std::string>{});
    CHECK(told.records > 80); // also those behind the place where SQLite stops reading the log
}

TEST_CASE("What was erased does not come back by a rescue", "[store]")
{
    Kiosk kiosk;
    {
        SqliteStore store{kiosk.data()};
        const auto work = store.begin();
        for (const auto& record : work->records().of_stream(notebook(1)))
            work->records().erase_body(id_of(record));
        work->commit();
    }
    overwrite(kiosk.file(), 0, std::string(100, 'x'));
    const auto told = kiosk.rescue();
    CHECK(told.lost.empty());
    SqliteStore store{kiosk.data()};
    CHECK(store.begin()->records().of_stream(notebook(1)).empty());
    CHECK(store.begin()->records().of_stream(notebook(2)).size() == written / 2);
}

TEST_CASE("What was let go before a rescue may come again after it", "[store]")
{
    Kiosk kiosk;
    std::vector<records::Record> others;
    {
        SqliteStore store{kiosk.data()};
        const auto work = store.begin();
        for (auto& record : work->records().of_stream(notebook(1)))
            if (records::decode_header(record.header)->device != own) others.push_back(std::move(record));
        work->records().let_go(notebook(1));
        work->commit();
    }
    REQUIRE(others.size() == foreign);
    overwrite(kiosk.file(), 0, std::string(100, 'x'));
    kiosk.rescue();
    SqliteStore store{kiosk.data()};
    const auto work = store.begin();
    const auto own_alone = work->records().of_stream(notebook(1)).size();
    for (const auto& record : others)
        CHECK(work->records().add(record, Delivery::foreign) == Records::Added::stored);
    CHECK(work->records().of_stream(notebook(1)).size() == own_alone + foreign);
}
