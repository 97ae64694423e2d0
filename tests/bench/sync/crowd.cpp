// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/sync/crowd.hpp"

#include <fstream>

#include "core/base/must.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "sync/central/api/enrolment.hpp"
#include "tests/bench/process.hpp"
#include "tests/bench/spent.hpp"
#include "tests/bench/sync/fleet.hpp"
#include "tests/journeys/outside/program.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/syncs.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests::bench {

using core::base::must;
namespace outside = tests::outside;
using Fleet = std::vector<std::unique_ptr<FleetKiosk>>;

namespace {

constexpr std::size_t share_a_centre = 2;

// A server's machine: its folder, its database, its program.
class House {
public:
    explicit House(Engine engine)
    {
        if (engine == Engine::sqlite) return;
        syncs_.count([&] {
            cluster_.emplace(std::filesystem::temp_directory_path(),
                             PostgresCluster::Settings{"shared_buffers=128MB", "max_wal_size=1GB"});
        });
    }

    std::unique_ptr<core::store::CentralStore> open()
    {
        if (cluster_)
            return std::make_unique<core::store::postgresql::PostgresCentralStore>(
                cluster_->url(), core::store::Erasures{folder_ / "erasures"}, chance_);
        std::filesystem::create_directories(folder_ / "central");
        std::filesystem::permissions(folder_ / "central", std::filesystem::perms::owner_all);
        return std::make_unique<core::store::SqliteCentralStore>(
            folder_ / "central", core::store::SqliteCentralStore::Opening::first, chance_);
    }

    std::vector<std::string> codes(std::size_t count)
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto store = open();
        std::vector<std::string> all;
        for (std::size_t i = 0; i < count; ++i) {
            const auto centre = "Centre " + std::to_string(i / share_a_centre);
            tests::compare(*store, centre);
            all.push_back(sync::central::api::issue_code(*store, centre, now, chance_)->in_groups());
        }
        return all;
    }

    std::string serve()
    {
        std::vector<std::string> command{FRIKORT_BINARY "/bin/frikort-central",
                                         "serve",
                                         "--data",
                                         folder_ / "central",
                                         "--listen",
                                         "127.0.0.1:0"};
        if (cluster_) command.insert(command.end(), {"--database", cluster_->url()});
        auto environment = outside::plain_environment(folder_ / "home");
        environment.merge(syncs_.environment());
        server_.emplace(std::move(command), environment, folder_ / "serving");
        return "http://" + server_->line_after("listening on ");
    }
    void end()
    {
        server_->ask_to_end();
        must(server_->wait() == 0);
    }

    double processor_ms() const
    {
        double all = processor_ms_of(server_->id());
        if (cluster_)
            for (const auto one : family_of(cluster_->postmaster())) all += processor_ms_of(one);
        return all;
    }
    double most_mb() const
    {
        std::ifstream status{"/proc/" + std::to_string(server_->id()) + "/status"};
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
        return 0;
    }
    double syncs() const { return static_cast<double>(syncs_.all()); }

private:
    TemporaryFolder folder_;
    Syncs syncs_;
    std::optional<PostgresCluster> cluster_;
    SeededChance chance_{11};
    std::optional<outside::Program> server_;
};

std::string told(const std::map<int, std::size_t>& answers)
{
    std::string all;
    for (const auto& [status, count] : answers)
        all += (all.empty() ? "" : ", ") + std::to_string(status) + ": " + std::to_string(count);
    return all;
}

double pull_rate(Fleet& fleet)
{
    constexpr std::size_t at_once = 16;
    constexpr double long_enough = 3'000; // ms
    Fleet some;
    for (auto& kiosk : fleet)
        if (some.size() < at_once) some.push_back(std::move(kiosk));
    std::atomic<std::size_t> came = 0;
    const double begin = wall_ms();
    all_at_once(some, [&](FleetKiosk& kiosk) {
        while (wall_ms() - begin < long_enough) came += kiosk.pull_all();
    });
    const double rate = static_cast<double>(came) / (wall_ms() - begin) * 1e3;
    for (std::size_t i = 0; i < some.size(); ++i) fleet[i] = std::move(some[i]);
    return rate;
}

void must_agree(House& house, Fleet& fleet, std::size_t each)
{
    const auto store = house.open();
    const auto look = store->look();
    for (const auto& kiosk : fleet) {
        must(kiosk->holds() == each);
        must(kiosk->sum() == look->stock().sum(kiosk->stream()));
    }
    std::size_t records = 0;
    for (const auto& count : look->stock().counts()) records += count.records;
    must(records == each * ((fleet.size() + share_a_centre - 1) / share_a_centre));
    must(look->stock().quarantined() == 0);
}

} // namespace

Came crowd(Engine engine, std::size_t kiosks, std::size_t entries)
{
    must(kiosks % share_a_centre == 0);
    House house{engine};
    const auto codes = house.codes(kiosks);
    const auto address = house.serve();
    Fleet fleet;
    for (std::size_t i = 0; i < kiosks; ++i)
        fleet.push_back(std::make_unique<FleetKiosk>(i + 1, address, codes[i]));
    for (auto& kiosk : fleet) kiosk->write(entries);

    const double processor = house.processor_ms();
    const double syncs = house.syncs();
    for (auto& kiosk : fleet) kiosk->line().bytes = 0;
    const double begin = wall_ms();
    all_at_once(fleet, [&](FleetKiosk& kiosk) { kiosk.go_round_until(share_a_centre * entries); });

    Came came;
    const auto all = static_cast<double>(kiosks * entries);
    came.until_all_have_all = (wall_ms() - begin) / 1e3;
    came.server_ms_per_thousand = (house.processor_ms() - processor) / all * 1e3;
    came.syncs_an_entry = (house.syncs() - syncs) / all;
    double sent = begin;
    std::map<int, std::size_t> answers;
    for (auto& kiosk : fleet) {
        sent = std::max(sent, kiosk->sent_everything_at());
        came.rounds.add(kiosk->rounds());
        came.bytes_an_entry += static_cast<double>(kiosk->line().bytes) / all;
        for (const auto& [status, count] : kiosk->line().answers) answers[status] += count;
    }
    came.acknowledged = all / (sent - begin) * 1e3;
    came.answers = told(answers);
    came.pulled = pull_rate(fleet);
    came.server_mb = house.most_mb();
    house.end();
    must_agree(house, fleet, share_a_centre * entries);
    return came;
}

} // namespace frikort::tests::bench
