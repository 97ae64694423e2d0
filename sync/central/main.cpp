// SPDX-License-Identifier: MPL-2.0
#include <csignal>
#include <cstdio>
#include <iostream>
#include <thread>

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/sealing/harden.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/data_folder.hpp"
#include "sync/central/api/desk.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/site.hpp"
#include "sync/central/status.hpp"
#include "sync/central/told.hpp"

using namespace frikort;
using core::store::DataFolder;
using core::store::SqliteCentralStore;
using core::store::StoreFailure;
using Opening = SqliteCentralStore::Opening;

namespace {

constexpr auto patience = std::chrono::seconds{5}; // for another command on the same folder
constexpr auto pause = std::chrono::milliseconds{50};

// Words, an id of eight letters and a number: nothing of anybody.
class LogJournal final : public sync::central::api::Journal {
public:
    void note(sync::central::api::Event event, const std::optional<core::records::DeviceId>& device,
              std::uint64_t count) override
    {
        log_->info("{} kiosk={} n={}", word_of(event), device ? device->hex().substr(0, 8) : "-", count);
    }
    void say(std::string_view what) { log_->info("{}", what); }

private:
    std::shared_ptr<spdlog::logger> log_ = spdlog::stderr_logger_mt("central");
};

// Tries again for a while what another command on the same folder may be in the way of.
template <class Attempt>
auto patiently(Attempt attempt)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            return attempt();
        } catch (const StoreFailure& failure) {
            const bool may_pass =
                failure.kind == StoreFailure::Kind::in_use || failure.kind == StoreFailure::Kind::other;
            if (!may_pass || std::chrono::steady_clock::now() > until) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

// The store for a command that may run beside the server: with the folder when nobody has it.
struct Beside {
    std::optional<DataFolder> folder;
    std::unique_ptr<SqliteCentralStore> store;

    Beside(const std::filesystem::path& data, core::base::Chance& chance)
    {
        patiently([&] {
            try {
                folder.emplace(data);
                store = std::make_unique<SqliteCentralStore>(data, Opening::first, chance);
            } catch (const StoreFailure& failure) {
                folder.reset();
                if (failure.kind != StoreFailure::Kind::in_use) throw;
                store = std::make_unique<SqliteCentralStore>(data, Opening::further, chance);
            }
        });
    }
};

struct Place {
    std::string address;
    std::uint16_t port = 0;
};

std::optional<Place> read_place(const std::string& typed)
{
    const auto colon = typed.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const auto digits = typed.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    const auto port = std::stoul(digits);
    if (port > 65535) return std::nullopt;
    return Place{typed.substr(0, colon), static_cast<std::uint16_t>(port)};
}

// Each connection is a file to the system, and 1024 of them are soon taken.
void allow_many_files()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

int serve(const std::filesystem::path& data, const std::string& listen)
{
    const auto place = read_place(listen);
    if (!place) {
        std::cerr << "--listen wants an address and a port, as in 127.0.0.1:8480\n";
        return 2;
    }
    // Before any thread starts, so that all of them leave these two to us.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_files();

    core::sealing::SystemChance chance;
    std::optional<DataFolder> folder;
    patiently([&] { folder.emplace(data); });
    SqliteCentralStore store{data, Opening::first, chance};
    const sync::central::api::SystemClock clock;
    LogJournal journal;
    const sync::central::api::Desk desk{store, clock, journal};
    sync::central::DeskSite site{desk, journal};
    sync::central::http::Server server{place->address, place->port, site};

    std::cout << "listening on " << place->address << ":" << server.port() << std::endl;
    journal.say("started");
    int which = 0;
    sigwait(&ending, &which);
    journal.say("stopping");
    return 0;
}

int enrol(const std::filesystem::path& data, const std::string& centre)
{
    core::sealing::SystemChance chance;
    const Beside beside{data, chance};
    const auto code = sync::central::api::issue_code(*beside.store, centre,
                                                     sync::central::api::SystemClock{}.now(), chance);
    if (!code) {
        std::cerr << sync::central::told(code.error()) << "\n";
        return 2;
    }
    std::cout << "Code for one kiosk at this centre, good for 24 hours:\n" << code->in_groups() << std::endl;
    return 0;
}

int status(const std::filesystem::path& data)
{
    if (!std::filesystem::exists(data / "central.db")) {
        std::cerr << "There is no server's data in this folder.\n";
        return 1;
    }
    core::sealing::SystemChance chance;
    const Beside beside{data, chance};
    std::cout << sync::central::status_page(*beside.store->look(), sync::central::api::SystemClock{}.now());
    return 0;
}

// The kiosk whose device begins with these letters, as `status` shows them.
int revoke(const std::filesystem::path& data, const std::string& letters)
{
    core::sealing::SystemChance chance;
    const Beside beside{data, chance};
    const auto work = beside.store->begin();
    std::optional<core::records::DeviceId> found;
    for (const auto& kiosk : work->kiosks().all()) {
        if (!kiosk.device.hex().starts_with(letters)) continue;
        if (found) {
            std::cerr << "More than one kiosk begins with these letters.\n";
            return 2;
        }
        found = kiosk.device;
    }
    if (letters.size() < 8 || !found) {
        std::cerr << "No kiosk begins with these letters; status shows eight of each.\n";
        return 2;
    }
    work->kiosks().revoke(*found, sync::central::api::SystemClock{}.now());
    work->commit();
    std::cout << "Revoked. What it still holds it keeps; enrolled anew, its staff can let it in.\n";
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App app{"The central server of Frikort-kiosk: takes what kiosks write and cannot read it."};
    app.require_subcommand(1);
    std::string data;
    std::string listen = "127.0.0.1:8480";
    std::string centre;
    auto* const serving = app.add_subcommand("serve", "Answer kiosks until SIGTERM or Ctrl-C");
    auto* const enrolling = app.add_subcommand("enrol", "Print a code with which one kiosk joins a centre");
    auto* const asking = app.add_subcommand("status", "Print kiosks, records and last contacts");
    auto* const revoking = app.add_subcommand("revoke", "Answer a kiosk no more: lost, stolen, or given away");
    std::string kiosk;
    revoking->add_option("--kiosk", kiosk, "The letters that status shows for it")->required();
    for (auto* const command : {serving, enrolling, asking, revoking}) {
        command->add_option("--data", data, "The server's folder")->required();
    }
    serving->add_option("--listen", listen, "Address and port; port 0 is any free one")
        ->capture_default_str();
    enrolling->add_option("--centre", centre, "The centre's name; a new name founds it")->required();
    CLI11_PARSE(app, count, arguments);

    try {
        core::sealing::start();
        core::sealing::harden();
        if (serving->parsed()) return serve(data, listen);
        if (enrolling->parsed()) return enrol(data, centre);
        if (revoking->parsed()) return revoke(data, kiosk);
        return status(data);
    } catch (const StoreFailure& failure) {
        std::cerr << "frikort-central: " << sync::central::told(failure) << "\n";
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << "frikort-central: " << failure.what() << "\n";
        return 1;
    }
}
