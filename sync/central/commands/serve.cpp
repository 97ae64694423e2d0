// SPDX-License-Identifier: MPL-2.0
#include <csignal>
#include <iostream>
#include <memory>

#include <sys/resource.h>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/sealing/keys.hpp"
#include "sync/central/api/desk.hpp"
#include "sync/central/commands/commands.hpp"
#include "sync/central/commands/where.hpp"
#include "sync/central/http/server.hpp"
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

struct Listening {
    std::string address;
    std::uint16_t port = 0;
};

std::optional<Listening> read_listening(const std::string& typed)
{
    const auto colon = typed.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const auto digits = typed.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const auto port = std::stoul(digits);
    if (port > 65535) return std::nullopt;
    return Listening{typed.substr(0, colon), static_cast<std::uint16_t>(port)};
}

// Each connection is a file to the system, and 1024 of them are soon taken.
void allow_many_files()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

int run(const DatabasePlace& place, const Listening& at)
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
    LogJournal journal;
    const api::Desk desk{database.store(), clock, journal};
    DeskSite site{desk, journal};
    http::Server server{at.address, at.port, site};

    std::cout << "listening on " << at.address << ":" << server.port() << std::endl;
    journal.say("started");
    int which = 0;
    sigwait(&ending, &which);
    journal.say("stopping");
    return 0;
}

struct Typed {
    Where where;
    std::string listen = "127.0.0.1:8480";
};

} // namespace

void serve(CLI::App& app, Deed& deed)
{
    const auto typed = std::make_shared<Typed>();
    auto* const command = app.add_subcommand("serve", "Answer kiosks until SIGTERM or Ctrl-C");
    typed->where.add_to(*command);
    command->add_option("--listen", typed->listen, "Address and port; port 0 is any free one")
        ->capture_default_str();
    command->callback([typed, &deed] {
        deed = [typed] {
            const auto place = typed->where.place(Where::Folder::needed);
            if (!place) return 2;
            const auto at = read_listening(typed->listen);
            if (at) return run(*place, *at);
            std::cerr << "--listen wants an address and a port, as in 127.0.0.1:8480\n";
            return 2;
        };
    });
}

} // namespace frikort::sync::central::commands
