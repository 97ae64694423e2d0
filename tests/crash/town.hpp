// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/sealing/keys.hpp"
#include "tests/crash/ledger.hpp"
#include "tests/crash/looking.hpp"
#include "tests/crash/talker.hpp"
#include "tests/support/postgresql.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/engines.hpp"

namespace frikort::tests::crash {

// The real server and three kiosks, each a process, and what they said. All chance comes from the seed; when
// the machine does what is chance too.
class Town {
public:
    static constexpr std::size_t kiosks = 3;
    Town(Engine, std::uint64_t seed);

    // Lets some time go by, kills, looks at what is there, starts again. Drawn is how long it waits, for whose
    // lines or rounds, and whom it kills: a kiosk, the server, both, or everybody; then all is held against
    // the server before anybody can mend anything.
    void kill();
    // Nobody is killed any more: all go rounds until nothing waits, and everything must be everywhere.
    void heal();

    const Faults& faults() const { return faults_; }
    std::string told() const; // for people: what was killed and in the middle of what

private:
    struct Kiosk {
        std::unique_ptr<Talker> life;
        std::filesystem::path data;
        bool enrolled = false;
    };
    std::uint64_t below(std::uint64_t end) { return draw_() % end; }
    void start_server();
    void start(std::size_t kiosk);
    std::vector<std::string> words(std::size_t kiosk) const;
    enum class What { lines, rounds };
    void listen_until(const std::vector<std::size_t>& whom, What, std::size_t times);
    void hear(std::size_t kiosk, const std::vector<std::string>& lines);
    void spin_a_moment();
    void kill_kiosk(std::size_t);
    void kill_server();
    void kill_all();
    void look_at(std::size_t kiosk);
    void hold_against_server();
    void settle_all();
    void compare_all();
    void note(const std::string& where, const Faults&);
    std::unique_ptr<core::store::CentralStore> open_server(const TemporaryFolder& copy);

    core::sealing::SystemChance chance_;
    std::mt19937_64 draw_;
    TemporaryFolder folder_;
    outside::Environment environment_ = outside::plain_environment(folder_ / "home");
    std::optional<PostgresCluster> cluster_;
    std::string address_;
    std::unique_ptr<Talker> server_;
    std::vector<Kiosk> all_{kiosks};
    Ledger ledger_;
    Faults faults_;
    std::uint64_t lives_ = 0;
    std::size_t killed_kiosks_ = 0;
    std::size_t killed_servers_ = 0;
    std::size_t under_way_ = 0; // kiosks that were killed between saying what they do and having done it
    std::size_t done_unsaid_ = 0;
};

} // namespace frikort::tests::crash
