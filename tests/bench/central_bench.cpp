// SPDX-License-Identifier: MPL-2.0
// frikort-bench-central [ROUNDS [STOCK]]: what the server's stores take in, on SQLite and on PostgreSQL, each
// beside the least its engine can do with the same bytes in the same run: a bare INSERT into one table
// without an index (for PostgreSQL one `unnest` a commit). With STOCK, batches of 100 are measured once more
// on top of 100,000 records, ten times as many, and so on up to STOCK.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/base/must.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "core/store/postgresql/connection.hpp"
#include "tests/bench/bare_table.hpp"
#include "tests/support/made_records.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/seeded_chance.hpp"

using namespace frikort;
using namespace frikort::tests;
using core::base::must;
using core::store::CentralStore;
using core::store::Stock;
namespace postgresql = core::store::postgresql;

namespace {

using Offers = std::vector<Stock::Offer>;

// Each push is another kiosk's, as it is when many come at once; ids are random, as they are.
class Kiosks {
public:
    Offers batch(std::size_t count)
    {
        const auto by = chance_.name<core::records::DeviceId>();
        const core::records::StreamId in{core::records::StreamKind::notebook,
                                         chance_.name<core::base::Hash>()};
        Offers offers;
        auto previous = core::records::Hash{};
        for (std::uint64_t number = 1; number <= count; ++number) {
            const auto record = made({.number = number,
                                      .by = by,
                                      .in = in,
                                      .id = chance_.name<core::base::Id>(),
                                      .body = core::base::Bytes(296, 5), // 256 bytes and what sealing adds
                                      .previous = previous});
            previous = record.hash();
            offers.push_back({*core::records::decode_header(record.header), record.stub(),
                              Stock::Offer::Form::whole, encode(record)});
        }
        return offers;
    }

private:
    SeededChance chance_{7};
};

using Take = std::function<void(const Offers&)>;

void take_into(CentralStore& store, const Offers& offers)
{
    const auto work = store.begin();
    must(work->stock().take(offers).back() == Stock::Taken::accepted);
    work->commit();
}

// Per second.
double rate(const std::vector<Offers>& batches, const Take& take)
{
    const auto start = std::chrono::steady_clock::now();
    for (const auto& offers : batches) take(offers);
    const auto spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return static_cast<double>(batches.size() * batches.front().size()) / spent;
}

double middle(std::vector<double> rates)
{
    std::sort(rates.begin(), rates.end());
    return rates[rates.size() / 2];
}

struct Engine {
    const char* name;
    Take store;
    Take bare;
};

void measure(const Engine& engine, Kiosks& kiosks, std::size_t at_once, int rounds, const char* note)
{
    std::vector<double> store;
    std::vector<double> bare;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Offers> batches;
        for (std::size_t i = 0; i < std::max<std::size_t>(10, std::min<std::size_t>(500, 10'000 / at_once));
             ++i)
            batches.push_back(kiosks.batch(at_once));
        bare.push_back(rate(batches, engine.bare));
        store.push_back(rate(batches, engine.store));
    }
    std::printf("%10s | %11zu | %15.0f | %19.0f | %4.0f %% %s\n", engine.name, at_once, middle(store),
                middle(bare), 100 * middle(store) / middle(bare), note);
    std::fflush(stdout);
}

} // namespace

int main(int count, char** words)
{
    const int rounds = count > 1 ? std::atoi(words[1]) : 5;
    const auto stock = count > 2 ? static_cast<std::size_t>(std::atoll(words[2])) : 0;
    SeededChance chance{1};
    Kiosks kiosks;

    const TemporaryFolder folder;
    core::store::SqliteCentralStore sqlite{folder.path(), core::store::SqliteCentralStore::Opening::first,
                                           chance};
    bench::BareTable table{folder / "bare"};

    const PostgresCluster cluster{std::filesystem::temp_directory_path(),
                                  {"shared_buffers=128MB", "max_wal_size=1GB"}};
    postgresql::PostgresCentralStore postgres{cluster.url(), core::store::Erasures{folder / "marks"}, chance};
    postgresql::Connection raw{cluster.url()};
    raw.execute("CREATE TABLE bare (bytes bytea)");

    const std::array engines{Engine{"SQLite", [&](const Offers& offers) { take_into(sqlite, offers); },
                                    [&](const Offers& offers) {
                                        table.begin();
                                        for (const auto& offer : offers) table.insert(offer.bytes);
                                        table.commit();
                                    }},
                             Engine{"PostgreSQL", [&](const Offers& offers) { take_into(postgres, offers); },
                                    [&](const Offers& offers) {
                                        postgresql::Array all{postgresql::Array::Of::bytea};
                                        for (const auto& offer : offers) all.add(offer.bytes);
                                        raw.ask("INSERT INTO bare SELECT unnest($1::bytea[])", all);
                                    }}};
    std::puts("    engine | a commit of | store, records/s | bare INSERT, rows/s | share");
    for (const std::size_t at_once : {std::size_t{1}, std::size_t{20}, std::size_t{100}, std::size_t{1000}})
        for (const auto& engine : engines) measure(engine, kiosks, at_once, rounds, "");
    if (stock == 0) return 0;
    for (const auto& engine : engines) {
        std::size_t there = 0;
        for (std::size_t next = 100'000; next <= stock; next *= 10) {
            for (; there < next; there += 1000) engine.store(kiosks.batch(1000));
            measure(engine, kiosks, 100, rounds, ("on " + std::to_string(next) + " records").c_str());
        }
    }
    return 0;
}
