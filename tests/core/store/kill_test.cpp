// SPDX-License-Identifier: MPL-2.0
#include <random>

#include "core/store/sqlite_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace frikort::tests;
using namespace frikort::core;
using namespace frikort::core::store;

namespace {

// Writes record after record, each under the hash of the one before, and says each number once it is
// committed.
int write_for_ever(const std::filesystem::path& path, const Child::Mouth& mouth)
{
    const DataFolder data{path};
    SqliteStore store{data};
    for (;;) {
        const auto work = store.begin();
        const auto tip = work->records().tip(device(1));
        const auto record = made({.number = tip.number + 1,
                                  .body = base::Bytes(700 + tip.number % 5000, 5),
                                  .previous = tip.hash});
        if (work->records().add(record, Delivery::waiting) != Records::Added::stored) return 1;
        work->cursors().move(notebook(1), {"epoch", tip.number + 1});
        work->commit();
        mouth.say(std::to_string(tip.number + 1));
    }
}

} // namespace

TEST_CASE("What a killed kiosk said was saved is there when it starts again", "[store]")
{
    const TemporaryFolder folder;
    const auto path = folder / "data";
    std::mt19937 chance{20};
    std::uint64_t before = 0;

    for (int life = 1; life <= 20; ++life) {
        CAPTURE(life);
        Child child{[&](const Child::Mouth& mouth) { return write_for_ever(path, mouth); }};
        std::uint64_t said = 0;
        for (auto lines = 1 + chance() % 60; lines > 0; --lines) {
            const auto line = child.line();
            REQUIRE(line);
            said = std::stoull(*line);
        }
        child.kill();
        while (const auto line = child.line()) said = std::stoull(*line); // said before it died
        REQUIRE(said > before);

        const DataFolder data{path};
        SqliteStore store{data}; // looks the whole file over
        const auto work = store.begin();
        const auto all = work->records().of_stream(notebook(1));
        REQUIRE(all.size() >= said);
        REQUIRE(all.size() <= said + 1);
        auto previous = records::Hash{};
        for (const auto& record : all) {
            REQUIRE(record.previous == previous);
            previous = record.hash();
        }
        REQUIRE(work->records().tip(device(1)).number == all.size());
        REQUIRE(work->cursors().of(notebook(1))->counter == all.size());
        before = all.size();
    }
}
