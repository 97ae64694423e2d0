// SPDX-License-Identifier: MPL-2.0
#include "tests/crash/town.hpp"

#include <algorithm>
#include <chrono>

#include <poll.h>

#include "core/base/must.hpp"
#include "core/store/central_sqlite.hpp"
#include "core/store/postgresql/central.hpp"
#include "tests/sync/support/compared.hpp"

namespace frikort::tests::crash {

namespace fs = std::filesystem;

namespace {

constexpr const char* central_program = FRIKORT_BINARY "/bin/frikort-central";
constexpr const char* kiosk_program = FRIKORT_BINARY "/bin/frikort-crash-kiosk";
constexpr std::uint64_t serials_of_a_life = 100'000;

} // namespace

Town::Town(Engine engine, std::uint64_t seed) : draw_{seed}
{
    if (engine == Engine::postgresql) cluster_.emplace();
    // Below those that the system gives to whoever asks for any: nobody takes it while the server is dead.
    for (int tries = 0; !server_ && tries < 20; ++tries) {
        address_ = "127.0.0.1:" + std::to_string(20'000 + std::random_device{}() % 10'000);
        start_server();
    }
    core::base::must(server_ != nullptr);
    for (std::size_t i = 0; i < kiosks; ++i) {
        all_[i].data = folder_ / ("kiosk-" + std::to_string(i));
        start(i);
    }
}

void Town::start_server()
{
    std::vector<std::string> command{central_program,     "serve",    "--data",
                                     folder_ / "central", "--listen", address_};
    if (cluster_) command.insert(command.end(), {"--database", cluster_->url()});
    server_ = std::make_unique<Talker>(command, environment_, folder_ / "central.err");
    const auto said = server_->listen();
    if (said.empty() || !said.front().starts_with("listening on ")) server_.reset();
}

std::vector<std::string> Town::words(std::size_t kiosk) const
{
    return {kiosk_program,
            "--data",
            all_[kiosk].data,
            "--central",
            "http://" + address_,
            "--kiosk",
            std::to_string(kiosk + 1),
            "--life",
            std::to_string(lives_),
            "--serial",
            std::to_string(lives_ * serials_of_a_life + 1)};
}

void Town::start(std::size_t kiosk)
{
    ++lives_;
    auto command = words(kiosk);
    if (!all_[kiosk].enrolled) {
        std::vector<std::string> ask{central_program, "enrol",  "--centre",
                                     "Perronen",      "--data", folder_ / "central"};
        if (cluster_) ask = {central_program, "enrol", "--centre", "Perronen", "--database", cluster_->url()};
        serve_as_before(cluster_ ? cluster_->url() : "", cluster_ ? "" : std::string{folder_ / "central"},
                        "Perronen");
        auto said = outside::answer_of(ask, environment_, folder_ / "enrol");
        said.erase(said.find_last_not_of('\n') + 1);
        command.insert(command.end(), {"--enrol", said.substr(said.rfind('\n') + 1)});
    } else if (below(4) != 0 && !ledger_.books().empty()) {
        // Its own notebook as often as one of anybody's.
        auto book = ledger_.books().find(ledger_.stream(kiosk));
        if (below(2) == 0 || book == ledger_.books().end())
            book = std::next(ledger_.books().begin(), static_cast<long>(below(ledger_.books().size())));
        command.insert(command.end(), {"--card", book->second.card});
    }
    all_[kiosk].life = std::make_unique<Talker>(command, environment_, folder_ / "kiosk.err");
}

void Town::hear(std::size_t kiosk, const std::vector<std::string>& lines)
{
    for (const auto& line : lines) {
        if (line == "enrolled") all_[kiosk].enrolled = true;
        ledger_.hear(kiosk, line);
    }
}

// Everybody is heard, so that nobody waits; counted are the lines of some.
void Town::listen_until(const std::vector<std::size_t>& whom, What what, std::size_t times)
{
    constexpr std::size_t enough = 400; // where no round ends well, it must not go on for ever
    std::size_t counted = 0;
    std::size_t lines = 0;
    while (counted < times && lines < enough) {
        std::vector<pollfd> pipes;
        for (const auto& kiosk : all_) pipes.push_back({kiosk.life->pipe(), POLLIN, 0});
        core::base::must(::poll(pipes.data(), pipes.size(), -1) > 0);
        for (std::size_t i = 0; i < kiosks; ++i) {
            if (pipes[i].revents == 0) continue;
            const auto heard = all_[i].life->listen();
            if (heard.empty()) {
                note("kiosk " + std::to_string(i), {"it ended by itself"});
                return start(i);
            }
            hear(i, heard);
            if (std::find(whom.begin(), whom.end(), i) == whom.end()) continue;
            lines += heard.size();
            const auto rounds = std::count(heard.begin(), heard.end(), "round");
            counted += what == What::rounds ? static_cast<std::size_t>(rounds) : heard.size();
        }
    }
}

// Some microseconds, up to three milliseconds: where in an action, a round or a commit it is, is chance.
void Town::spin_a_moment()
{
    using std::chrono::steady_clock;
    const auto end = steady_clock::now() + std::chrono::microseconds{below(3000)};
    while (steady_clock::now() < end) {
    }
}

void Town::kill_kiosk(std::size_t kiosk)
{
    ++killed_kiosks_;
    hear(kiosk, all_[kiosk].life->kill());
}

void Town::kill_server()
{
    ++killed_servers_;
    server_->kill();
}

void Town::look_at(std::size_t kiosk)
{
    const auto where = "kiosk " + std::to_string(kiosk);
    const auto stream = ledger_.stream(kiosk);
    if (!fs::exists(all_[kiosk].data / "kiosk.db")) return;
    Left left{all_[kiosk].data, machine(kiosk + 1, chance_)};
    note(where, left.chain());
    if (stream.empty()) return;
    const bool under_way = ledger_.under_way(kiosk).has_value();
    const auto entries = ledger_.books().at(stream).entries.size();
    note(where, left.book(stream, kiosk, ledger_));
    under_way_ += under_way ? 1 : 0;
    done_unsaid_ += ledger_.books().at(stream).entries.size() - entries;
}

void Town::kill()
{
    const auto kind = below(100);
    const auto kiosk = below(kiosks);
    const std::vector<std::size_t> anybody{0, 1, 2};
    const auto whom = kind < 50 ? std::vector{kiosk} : anybody;
    // Right behind an answer, or wherever it is.
    const bool rounds = kind >= 50 && below(2) == 0;
    listen_until(whom, rounds ? What::rounds : What::lines, 1 + below(rounds ? 5 : 40));
    if (!rounds || below(2) == 0) spin_a_moment();
    if (kind >= 75) return kill_all();
    if (kind >= 50) kill_server();
    if (kind < 50 || kind >= 65) kill_kiosk(kiosk);
    if (kind >= 50) start_server();
    if (server_ == nullptr) return note("server", {"it does not start again"});
    if (kind >= 50 && kind < 65) return;
    look_at(kiosk);
    start(kiosk);
}

std::unique_ptr<core::store::CentralStore> Town::open_server(const TemporaryFolder& copy)
{
    if (cluster_)
        return std::make_unique<core::store::postgresql::PostgresCentralStore>(
            cluster_->url(), core::store::Erasures{copy / "erasures"}, chance_);
    for (const auto& file : fs::directory_iterator{folder_ / "central"})
        if (file.path().filename() != "lock") fs::copy_file(file.path(), copy / file.path().filename());
    return std::make_unique<core::store::SqliteCentralStore>(
        copy.path(), core::store::SqliteCentralStore::Opening::first, chance_);
}

void Town::hold_against_server()
{
    const TemporaryFolder copy;
    const auto store = open_server(copy);
    const auto server = store->look();
    for (std::size_t i = 0; i < kiosks; ++i)
        note("kiosk " + std::to_string(i), Left{all_[i].data, machine(i + 1, chance_)}.at_server(*server));
    if (server->stock().quarantined() > 0) note("server", {"a record is in quarantine"});
}

void Town::kill_all()
{
    kill_server();
    for (std::size_t i = 0; i < kiosks; ++i) kill_kiosk(i);
    for (std::size_t i = 0; i < kiosks; ++i) look_at(i);
    hold_against_server();
    start_server();
    for (std::size_t i = 0; i < kiosks; ++i) start(i);
}

void Town::settle_all()
{
    for (std::size_t i = 0; i < kiosks; ++i) {
        auto command = words(i);
        command.emplace_back("--settle");
        all_[i].life = std::make_unique<Talker>(command, environment_, folder_ / "kiosk.err");
    }
    for (std::size_t i = 0; i < kiosks; ++i) {
        const auto said = all_[i].life->hear_out();
        const auto where = "kiosk " + std::to_string(i);
        if (said != std::vector<std::string>{"settled 0"})
            note(where, {"something was refused, or it failed"});
        if (all_[i].life->status() != 0) note(where, {"it did not come to its end"});
    }
}

void Town::compare_all()
{
    const TemporaryFolder copy;
    const auto store = open_server(copy);
    const auto server = store->look();
    for (std::size_t i = 0; i < kiosks; ++i) {
        const auto where = "kiosk " + std::to_string(i);
        Left left{all_[i].data, machine(i + 1, chance_)};
        note(where, left.chain());
        note(where, left.at_server(*server));
        if (left.waiting() > 0) note(where, {"something waits"});
        const auto own = machine(i + 1, chance_);
        const auto held = server->stock().held_from(own.device(), 9);
        if (held.highest > left.last_number()) note(where, {"the server has a number that it has not"});
        for (const auto& [stream, book] : ledger_.books()) {
            if (book.erased) {
                if (left.opens(stream, ledger_)) note(where, {"what was erased opens"});
                continue;
            }
            const bool wrote = std::any_of(book.entries.begin(), book.entries.end(),
                                           [&](const auto& one) { return one.second.kiosk == i; });
            if (!left.opens(stream, ledger_)) {
                if (wrote) note(where, {"a notebook does not open"});
                continue;
            }
            note(where, left.whole_book(stream, ledger_));
            note(where, left.same_as(*server, stream));
        }
    }
    for (const auto& [stream, book] : ledger_.books())
        if (book.erased && !server->stock().is_erased(stream_of(stream)))
            note("server", {"what was erased is there"});
    for (const auto& stream : ledger_.erased_by_nobody()) note("kiosks", {"nobody erased " + stream});
    if (server->stock().quarantined() > 0) note("server", {"a record is in quarantine"});
}

void Town::heal()
{
    for (std::size_t i = 0; i < kiosks; ++i) {
        kill_kiosk(i);
        look_at(i);
    }
    for (int times = 0; times < 2; ++times) settle_all(); // what one sends, the others hear next
    kill_server();
    compare_all();
}

void Town::note(const std::string& where, const Faults& faults)
{
    for (const auto& fault : faults)
        faults_.push_back(where + " after " + std::to_string(lives_) + " lives: " + fault);
    for (const auto& fault : ledger_.faults()) faults_.push_back("said: " + fault);
}

std::string Town::told() const
{
    std::size_t entries = 0;
    for (const auto& [stream, book] : ledger_.books()) entries += book.entries.size();
    return std::to_string(killed_kiosks_) + " kiosks and " + std::to_string(killed_servers_) +
           " servers killed; " + std::to_string(ledger_.books().size()) + " notebooks, " +
           std::to_string(entries) + " payments, " + std::to_string(ledger_.actions()) +
           " actions said to be done; " + std::to_string(under_way_) + " were under way, of which " +
           std::to_string(done_unsaid_) + " payments stood there all the same";
}

} // namespace frikort::tests::crash
