// SPDX-License-Identifier: MPL-2.0
#include <csignal>
#include <cstdio>
#include <iostream>

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/sealing/harden.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/postgresql/copy.hpp"
#include "sync/central/api/desk.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/database.hpp"
#include "sync/central/http/server.hpp"
#include "sync/central/site.hpp"
#include "sync/central/status.hpp"
#include "sync/central/told.hpp"

using namespace frikort;
using core::store::StoreFailure;
using sync::central::Database;
using sync::central::DatabasePlace;
using Engine = DatabasePlace::Engine;

namespace {

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

int serve(const DatabasePlace& place, const std::string& listen)
{
    const auto at = read_listening(listen);
    if (!at) {
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
    Database database{place, Database::Use::serving, chance};
    const sync::central::api::SystemClock clock;
    LogJournal journal;
    const sync::central::api::Desk desk{database.store(), clock, journal};
    sync::central::DeskSite site{desk, journal};
    sync::central::http::Server server{at->address, at->port, site};

    std::cout << "listening on " << at->address << ":" << server.port() << std::endl;
    journal.say("started");
    int which = 0;
    sigwait(&ending, &which);
    journal.say("stopping");
    return 0;
}

int enrol(const DatabasePlace& place, const std::string& centre)
{
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    const auto code = sync::central::api::issue_code(database.store(), centre,
                                                     sync::central::api::SystemClock{}.now(), chance);
    if (!code) {
        std::cerr << sync::central::told(code.error()) << "\n";
        return 2;
    }
    std::cout << "Code for one kiosk at this centre, good for 24 hours:\n" << code->in_groups() << std::endl;
    return 0;
}

bool no_database_in(const DatabasePlace& place)
{
    if (place.engine != Engine::sqlite || std::filesystem::exists(place.folder / "central.db")) return false;
    std::cerr << "There is no server's data in this folder.\n";
    return true;
}

int status(const DatabasePlace& place)
{
    if (no_database_in(place)) return 1;
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    std::cout << sync::central::status_page(*database.store().look(),
                                            sync::central::api::SystemClock{}.now());
    return 0;
}

int copy(const std::string& from, const std::string& to)
{
    const auto source = sync::central::read_place(from, {});
    const auto target = sync::central::read_place(to, {});
    if (!source || source->engine != Engine::sqlite || !target || target->engine != Engine::postgresql) {
        std::cerr << "copy goes from sqlite:DIR to postgresql://HOST/NAME\n";
        return 2;
    }
    if (no_database_in(*source)) return 1;
    core::sealing::SystemChance chance;
    // No server runs there, and none starts, until this is done.
    const Database held{*source, Database::Use::serving, chance};
    for (const auto& table : core::store::postgresql::copy_from_sqlite(source->folder, target->address))
        std::cout << table.name << ": " << table.rows << "\n";
    std::cout << "Copied and compared. Serve from there now, and from here no more." << std::endl;
    return 0;
}

// The kiosk whose device begins with these letters, as `status` shows them.
int revoke(const DatabasePlace& place, const std::string& letters)
{
    if (no_database_in(place)) return 1;
    core::sealing::SystemChance chance;
    Database database{place, Database::Use::beside, chance};
    const auto work = database.store().begin();
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
    std::string typed;
    std::string listen = "127.0.0.1:8480";
    std::string centre;
    auto* const serving = app.add_subcommand("serve", "Answer kiosks until SIGTERM or Ctrl-C");
    auto* const enrolling = app.add_subcommand("enrol", "Print a code with which one kiosk joins a centre");
    auto* const asking = app.add_subcommand("status", "Print kiosks, records and last contacts");
    auto* const revoking =
        app.add_subcommand("revoke", "Answer a kiosk no more: lost, stolen, or given away");
    std::string kiosk;
    revoking->add_option("--kiosk", kiosk, "The letters that status shows for it")->required();
    for (auto* const command : {serving, enrolling, asking, revoking}) {
        command->add_option("--data", data, "The server's folder");
        command->add_option("--database", typed,
                            "postgresql://HOST/NAME, or sqlite:DIR (as --data DIR alone)");
    }
    serving->add_option("--listen", listen, "Address and port; port 0 is any free one")
        ->capture_default_str();
    enrolling->add_option("--centre", centre, "The centre's name; a new name founds it")->required();
    std::string from;
    std::string to;
    auto* const copying = app.add_subcommand("copy", "Move everything from SQLite to PostgreSQL");
    copying->add_option("FROM", from, "sqlite:DIR, with no server running on it")->required();
    copying->add_option("TO", to, "postgresql://HOST/NAME, an empty database")->required();
    CLI11_PARSE(app, count, arguments);
    const auto place = sync::central::read_place(typed, data);
    if (!copying->parsed() && (!place || (serving->parsed() && place->folder.empty()))) {
        std::cerr
            << "Where? --data DIR, or --database postgresql://HOST/NAME, which to serve needs --data too\n";
        return 2;
    }

    try {
        core::sealing::start();
        core::sealing::harden();
        if (copying->parsed()) return copy(from, to);
        if (serving->parsed()) return serve(*place, listen);
        if (enrolling->parsed()) return enrol(*place, centre);
        if (revoking->parsed()) return revoke(*place, kiosk);
        return status(*place);
    } catch (const StoreFailure& failure) {
        std::cerr << "frikort-central: " << sync::central::told(failure) << "\n";
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << "frikort-central: " << failure.what() << "\n";
        return 1;
    }
}
