// SPDX-License-Identifier: MPL-2.0
#include <csignal>
#include <cstdint>
#include <iostream>
#include <memory>

#include <sys/resource.h>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/sealing/keys.hpp"
#include "sync/central/api/desk.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/listening.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/metrics/metered_site.hpp"
#include "sync/central/metrics/site.hpp"
#include "sync/central/site.hpp"

namespace frikort::sync::central::commands {

namespace {

// Words, an id of eight letters and a number: nothing of anybody.
class LogJournal final : public api::Journal {
public:
    void note(api::Event event, const std::optional<core::records::DeviceId>& device,
              std::uint64_t count) override
    {
        log_->info("{} kiosk={} n={}", word_of(event), device ? device->hex().substr(0, 8) : "-", count);
    }
    void say(std::string_view what) { log_->info("{}", what); }

private:
    std::shared_ptr<spdlog::logger> log_ = spdlog::stderr_logger_mt("central");
};

// Each connection is a file to the system, and 1024 of them are soon taken.
void allow_many_files()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

int run(const DatabasePlace& place, const Listening& at, const std::optional<Listening>& metrics_at,
        std::uint64_t bytes_a_day)
{
    // Before any thread starts, so that all of them leave these two to us.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_files();

    core::sealing::SystemChance chance;
    Database database{place, Database::Use::serving, chance};
    const api::SystemClock clock;
    LogJournal log;
    metrics::Meter meter;
    metrics::MeteredJournal journal{log, meter};
    const api::Desk desk{database.store(), clock, journal, chance, {}, bytes_a_day};
    DeskSite desk_site{desk, journal};
    metrics::MeteredSite site{desk_site, meter};
    http::Server server{at.address, at.port, site};
    metrics::MetricsSite metrics_site{meter, server, database.store(), clock,
                                      [&place] { return replicas_of(place); }};
    std::optional<http::Server> metrics_server;
    if (metrics_at) {
        metrics_server.emplace(metrics_at->address, metrics_at->port, metrics_site,
                               metrics::MetricsSite::bounds());
        std::cout << "metrics on " << metrics_at->address << ":" << metrics_server->port() << "\n";
    }

    std::cout << "listening on " << at.address << ":" << server.port() << std::endl;
    log.say("started");
    int which = 0;
    sigwait(&ending, &which);
    log.say("stopping");
    return 0;
}

struct Typed {
    Where where;
    std::string listen = "127.0.0.1:8480";
    std::string metrics;
    std::uint64_t day_mib = api::Quota::standard >> 20U;
};

int start(const Typed& typed)
{
    const auto place = typed.where.place(Where::Folder::needed);
    if (!place) return 2;
    const auto at = read_listening(typed.listen);
    if (!at) {
        std::cerr << "--listen wants an address and a port, as in 127.0.0.1:8480\n";
        return 2;
    }
    const auto metrics_at = read_listening(typed.metrics);
    if (!typed.metrics.empty() && !(metrics_at && is_this_machine(*metrics_at))) {
        std::cerr << "--metrics wants an address of this machine alone and a port, as in 127.0.0.1:9480\n";
        return 2;
    }
    return run(*place, *at, metrics_at, typed.day_mib << 20U);
}

} // namespace

void serve(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("serve", "Answer kiosks until SIGTERM or Ctrl-C");
    typed->where.add_to(*command);
    command->add_option("--listen", typed->listen, "Address and port; port 0 is any free one")
        ->capture_default_str();
    command->add_option("--metrics", typed->metrics,
                        "Where Prometheus may read /metrics: a port of this machine, as 127.0.0.1:9480");
    command
        ->add_option("--day-mib", typed->day_mib,
                     "How much that is new each kiosk may bring in a day, in MiB")
        ->check(CLI::Range(1, 1 << 20))
        ->capture_default_str();
    command->callback([typed, &deed] { deed = [typed] { return start(*typed); }; });
}

} // namespace frikort::sync::central::commands
