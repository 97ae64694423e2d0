// SPDX-License-Identifier: MPL-2.0
#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "core/store/migrations.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store;

namespace {

// Bytes made of one word over and over, so that any piece left of them is found.
base::Bytes full_of(const std::string& word, std::size_t size)
{
    base::Bytes bytes;
    while (bytes.size() < size) bytes.insert(bytes.end(), word.begin(), word.end());
    bytes.resize(size);
    return bytes;
}

// Never the same word for two numbers, and never one inside another.
std::string word_of(std::uint64_t number) { return "canary" + std::to_string(100000 + number) + "."; }

// Names of the files in a folder that hold this text.
std::vector<std::string> files_with(const std::string& text, const std::filesystem::path& folder)
{
    std::vector<std::string> found;
    for (const auto& [name, content] : contents_of(folder)) {
        if (content.find(text) != std::string::npos) found.push_back(name);
    }
    return found;
}

// The numbers of all words of which a trace is in some file of a folder.
std::set<std::uint64_t> traces_in(const std::filesystem::path& folder)
{
    std::set<std::uint64_t> found;
    for (const auto& [name, content] : contents_of(folder)) {
        for (auto at = content.find("canary1"); at != std::string::npos;
             at = content.find("canary1", at + 1)) {
            const auto digits = content.substr(at + 7, 5);
            if (digits.size() < 5) continue; // cut off
            if (digits.find_first_not_of("0123456789") == std::string::npos)
                found.insert(std::stoull(digits));
        }
    }
    return found;
}

// Some numbers up to `count` to keep, and most of them, in any order, to take away.
std::pair<std::set<std::uint64_t>, std::vector<std::uint64_t>> parted(std::uint64_t count,
                                                                      std::mt19937& chance)
{
    std::vector<std::uint64_t> all(count);
    std::iota(all.begin(), all.end(), std::uint64_t{1});
    std::shuffle(all.begin(), all.end(), chance);
    const auto split = all.begin() + static_cast<std::ptrdiff_t>(count / 4);
    return {{all.begin(), split}, {split, all.end()}};
}

void erase(Store& store, std::uint64_t number)
{
    const auto work = store.begin();
    REQUIRE(work->records().erase_body(id_of(made({.number = number}))));
    work->commit();
}

} // namespace

TEST_CASE("What was erased is in no file and no log of the kiosk", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    std::mt19937 chance{1};
    constexpr std::uint64_t count = 400;
    auto [kept, erased] = parted(count, chance);
    {
        SqliteStore store{data};
        for (std::uint64_t number = 1; number <= count;) {
            const auto work = store.begin();
            for (auto some = chance() % 9; some-- > 0 && number <= count; ++number) {
                const auto size = chance() % 20 == 0 ? 12000U : 60U + chance() % 1200U;
                work->records().add(made({.number = number, .body = full_of(word_of(number), size)}),
                                    Delivery::waiting);
                if (number > 9) {
                    work->outbox().mark(id_of(made({.number = number - chance() % 9})), Delivery::rejected,
                                        std::string(chance() % 60, 'r'));
                }
            }
            work->commit();
        }
        REQUIRE(traces_in(data.path()).size() == count); // the test can see them all

        while (!erased.empty()) {
            const auto work = store.begin();
            for (auto some = chance() % 40; some-- > 0 && !erased.empty(); erased.pop_back()) {
                REQUIRE(work->records().erase_body(id_of(made({.number = erased.back()}))));
            }
            work->commit();
        }
        CHECK(traces_in(data.path()) == kept); // while the kiosk runs
    }
    CHECK(traces_in(data.path()) == kept);

    SqliteStore store{data};
    const auto work = store.begin();
    for (std::uint64_t number = 1; number <= count; ++number) {
        CAPTURE(number);
        REQUIRE(work->records().find(id_of(made({.number = number}))).has_value() ==
                (kept.count(number) == 1));
    }
}

TEST_CASE("The header of an erased record is gone as well", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    SqliteStore store{data};
    auto record = made({.number = 2});
    const auto mark = full_of("of a newer program.", 40);
    record.header.insert(record.header.end(), mark.begin(), mark.end());
    {
        const auto work = store.begin();
        work->records().add(record, Delivery::waiting);
        work->commit();
    }
    REQUIRE(!files_with("of a newer", data.path()).empty());
    erase(store, 2);
    CHECK(files_with("of a newer", data.path()).empty());
}

TEST_CASE("An old card's slot is in no file and no log once there is a new one", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    SqliteStore store{data};
    std::mt19937 chance{6}; // with this one a plain DELETE leaves a trace
    constexpr std::uint64_t count = 400;
    auto [kept, renewed] = parted(count, chance);
    const auto slot = [](std::uint32_t generation, std::uint64_t which) {
        const auto word = generation == 1 ? word_of(which) : "new";
        return Slots::Slot{Slots::Kind::card,
                           named<base::Hash>(7, which),
                           {records::StreamKind::notebook, named<base::Hash>(8, which)},
                           generation,
                           full_of(word, 40 + which * 37 % 400)};
    };
    for (std::uint64_t which = 1; which <= count;) {
        const auto work = store.begin();
        for (auto some = chance() % 9; some-- > 0 && which <= count; ++which)
            work->slots().add(slot(1, which));
        work->commit();
    }
    REQUIRE(traces_in(data.path()).size() == count);
    while (!renewed.empty()) {
        const auto work = store.begin();
        for (auto some = chance() % 40; some-- > 0 && !renewed.empty(); renewed.pop_back()) {
            work->slots().add(slot(2, renewed.back()));
            work->slots().remove(slot(1, renewed.back()));
        }
        work->commit();
    }
    CHECK(traces_in(data.path()) == kept);
}

TEST_CASE("Erasing takes the copy from before a migration along", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    SqliteStore store{data};
    {
        const auto work = store.begin();
        work->records().add(made({.number = 1}), Delivery::waiting);
        work->commit();
    }
    const auto copy = copy_before(data.file("kiosk.db"), 2);
    write(copy, "what was there before");
    {
        const auto work = store.begin();
        work->records().erase_body(id_of(made({.number = 1})));
    }
    CHECK(std::filesystem::exists(copy)); // thrown away: nothing was erased
    erase(store, 1);
    CHECK_FALSE(std::filesystem::exists(copy));
}

TEST_CASE("What was erased while somebody else was reading leaves the log with the next commit", "[store]")
{
    const TemporaryFolder folder;
    const DataFolder data{folder / "data"};
    SqliteStore store{data};
    {
        const auto work = store.begin();
        work->records().add(made({.number = 1, .body = full_of(word_of(1), 500)}), Delivery::waiting);
        work->commit();
    }
    {
        sqlite::Connection reader{data.file("kiosk.db")};
        reader.execute("BEGIN");
        auto reading = reader.prepare("SELECT count(*) FROM record");
        REQUIRE(reading.step());
        erase(store, 1);
        CHECK(files_with(word_of(1), data.path()) == std::vector<std::string>{"kiosk.db-wal"});
    }
    const auto work = store.begin();
    work->facts().set("a", "b");
    work->commit();
    CHECK(files_with(word_of(1), data.path()).empty());
}
