// SPDX-License-Identifier: MPL-2.0
// frikort-bench-store FOLDER [ROUNDS]: durable appends of SqliteStore beside a bare INSERT of the same bytes
// into the same disk in the same run.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/must.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/support/made_records.hpp"

using namespace frikort;
using namespace frikort::tests;
using bench::BareTable;
using core::base::must;
namespace fs = std::filesystem;

namespace {

using Records = std::vector<core::records::Record>;

double seconds_of(const auto& deed)
{
    const auto start = std::chrono::steady_clock::now();
    deed();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// What a kiosk does to log a payment: reads the tip, adds a record, commits.
void append_to_store(const fs::path& folder, const Records& records, std::size_t at_once)
{
    const core::store::DataFolder data{folder};
    core::store::SqliteStore store{data};
    for (std::size_t next = 0; next < records.size();) {
        const auto work = store.begin();
        for (const auto end = std::min(next + at_once, records.size()); next < end; ++next) {
            (void)work->records().tip(device(1));
            must(work->records().add(records[next], core::store::Delivery::waiting) ==
                 core::store::Records::Added::stored);
        }
        work->commit();
    }
}

void append_to_table(const fs::path& folder, const Records& records, std::size_t at_once)
{
    BareTable table{folder};
    for (std::size_t next = 0; next < records.size();) {
        table.begin();
        for (const auto end = std::min(next + at_once, records.size()); next < end; ++next)
            table.insert(core::records::encode(records[next]));
        table.commit();
    }
}

Records some(std::size_t count)
{
    Records records;
    auto previous = core::records::Hash{};
    for (std::uint64_t number = 1; number <= count; ++number) {
        records.push_back(made({.number = number,
                                .id = named<core::base::Id>(static_cast<std::uint8_t>(number * 37), number),
                                .body = core::base::Bytes(296, 5), // 256 bytes and what sealing adds
                                .previous = previous}));
        previous = records.back().hash();
    }
    return records;
}

double middle(std::vector<double> rates)
{
    std::sort(rates.begin(), rates.end());
    return rates[rates.size() / 2];
}

} // namespace

int main(int count, char** words)
{
    if (count < 2) {
        std::fputs("frikort-bench-store FOLDER [ROUNDS]\n", stderr);
        return 2;
    }
    const fs::path folder{words[1]};
    const int rounds = count > 2 ? std::atoi(words[2]) : 5;
    std::puts("a commit of | SqliteStore, records/s | bare INSERT, rows/s | share");
    for (const std::size_t at_once : {std::size_t{1}, std::size_t{100}, std::size_t{1000}}) {
        const auto records = some(at_once == 1 ? 2000 : 20000);
        const auto amount = static_cast<double>(records.size());
        std::vector<double> store;
        std::vector<double> bare;
        for (int round = 0; round < rounds; ++round) {
            fs::remove_all(folder / "bench");
            bare.push_back(amount /
                           seconds_of([&] { append_to_table(folder / "bench/bare", records, at_once); }));
            store.push_back(amount /
                            seconds_of([&] { append_to_store(folder / "bench/store", records, at_once); }));
        }
        fs::remove_all(folder / "bench");
        std::printf("%11zu | %22.0f | %19.0f | %4.0f %%\n", at_once, middle(store), middle(bare),
                    100 * middle(store) / middle(bare));
    }
    return 0;
}
