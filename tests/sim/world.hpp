// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/sim/faults.hpp"
#include "tests/sim/invariants.hpp"

namespace frikort::tests::sim {

struct Settings {
    std::uint64_t seed = 1;
    std::optional<std::size_t> kiosks{}; // nothing: 2 to 20, by the seed
    Engine engine = Engine::memory;
    Plant plant = Plant::none;
    std::ostream* tale = nullptr; // a line for everything that happens
};
// What befalls this world, in its order.
std::vector<Fault> faults_of(const Settings&);

// One server, its kiosks and those who come to them; from one seed, in no time.
class World {
public:
    World(const Settings&, const std::vector<Fault>&);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // To its end. Nothing when every promise was kept.
    Verdict run();

private:
    void befall(const Fault&);
    void befall_kiosk(const Fault&);
    void befall_central(const Fault&);
    void restore_central(const Fault&, Central::Told);
    void restore_kiosk(const Fault&);
    void clone_kiosk(const Fault&);
    void empty_kiosk(const Fault&);
    void revoke_kiosk(const Fault&);
    void revoke_again();
    void upgrade_kiosk(const Fault&);
    void watch_over(Kiosk&);
    void start_kiosk(Kiosk&);
    void start_central();
    bool all_enrolled();
    void compare_later();
    void compare_again_and_again(const std::string& centre);
    void heal();
    void a_season_later();
    void let_all_go_round_after(std::chrono::days, std::initializer_list<int> times);
    void office(const std::function<void()>& deed);
    Verdict let_all_go_round(int times);
    void note(Verdict broken)
    {
        if (!broken_) broken_ = std::move(broken);
    }

    Settings settings_;
    Draw draw_;
    Moment until_;
    Timeline time_;
    Network network_;
    std::unique_ptr<Disks> disks_;
    Central central_;
    std::vector<std::unique_ptr<Kiosk>> kiosks_;
    Ledger ledger_;
    Town town_;
    Scene scene_{central_, kiosks_, ledger_, town_};
    std::vector<Fault> faults_;
    std::vector<std::optional<Kiosk::Copy>> kiosk_copies_;
    std::vector<std::unique_ptr<CentralDisk::Copy>> central_copies_;
    std::set<core::records::DeviceId> revoked_;
    bool healed_ = false;
    Verdict broken_;
};

} // namespace frikort::tests::sim
