// SPDX-License-Identifier: MPL-2.0
// frikort-bench-sync: so many kiosks come back at once with so many entries each, to the real server over
// real sockets, on SQLite and on PostgreSQL; each beside the least its engine can do at the same batch size.
#include <cstdio>

#include <CLI/CLI.hpp>

#include "core/sealing/keys.hpp"
#include "tests/bench/sync/crowd.hpp"
#include "tests/bench/sync/raw.hpp"

using namespace frikort::tests::bench;

namespace {

void head()
{
    std::puts(
        "| engine | kiosks x entries | acknowledged/s | raw/s: bare, unique | share | round p50/p99 | all "
        "have all | pulled/s | server ms per 1,000 | RSS | bytes, syncs an entry | answers |");
    std::puts("|---|---|---|---|---|---|---|---|---|---|---|---|");
}

void line(Engine engine, std::size_t kiosks, std::size_t entries)
{
    const auto raw = raw_rates(engine, entries);
    const auto came = crowd(engine, kiosks, entries);
    std::printf(
        "| %s | %zu x %zu | %.0f | %.0f, %.0f | %.0f %%, %.0f %% | %.0f/%.0f ms | %.1f s | %.0f | %.0f | "
        "%.0f MB | %.0f, %.3f | %s |\n",
        engine == Engine::sqlite ? "SQLite" : "PostgreSQL", kiosks, entries, came.acknowledged, raw.bare,
        raw.unique, 100 * came.acknowledged / raw.bare, 100 * came.acknowledged / raw.unique,
        came.rounds.middle(), came.rounds.quantile(0.99), came.until_all_have_all, came.pulled,
        came.server_ms_per_thousand, came.server_mb, came.bytes_an_entry, came.syncs_an_entry,
        came.answers.c_str());
    std::fflush(stdout);
}

} // namespace

int main(int count, char** words)
{
    std::vector<std::size_t> kiosks{50, 500};
    std::vector<std::size_t> entries{20, 200};
    CLI::App app{"Kiosks that come back at once, beside the raw limit of each engine"};
    app.add_option("--kiosks", kiosks, "How many")->delimiter(',');
    app.add_option("--entries", entries, "How many each")->delimiter(',');
    CLI11_PARSE(app, count, words);
    frikort::core::sealing::start();
    head();
    for (const auto some : kiosks)
        for (const auto each : entries)
            for (const auto engine : {Engine::sqlite, Engine::postgresql}) line(engine, some, each);
    return 0;
}
