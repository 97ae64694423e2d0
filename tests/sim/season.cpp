// SPDX-License-Identifier: MPL-2.0
#include "core/actions/settle.hpp"
#include "tests/sim/world.hpp"

// Months in which nobody comes, and a fire at the end of them.
namespace frikort::tests::sim {

using std::chrono::days;

namespace {

// Of what others wrote, at all kiosks.
std::size_t copies(const Scene& scene)
{
    std::size_t all = 0;
    for (const auto& kiosk : scene.kiosks) {
        const auto work = kiosk->store().begin();
        all += work->outbox().count(core::store::Delivery::foreign);
    }
    return all;
}

} // namespace

Verdict own_stays(Scene& scene)
{
    for (const auto& promise : scene.ledger.promises()) {
        auto& kiosk = *scene.kiosks[promise.kiosk];
        const auto work = kiosk.store().begin();
        if (promise.disk_lost || core::actions::is_erased(*work, promise.header.stream)) continue;
        if (!work->records().find(promise.header.id))
            return Broken{"a kiosk never forgets what it wrote", "kiosk " + std::to_string(promise.kiosk) +
                                                                     ", number " +
                                                                     std::to_string(promise.header.number)};
    }
    return std::nullopt;
}

void World::let_all_go_round_after(days some, std::initializer_list<int> times)
{
    central_.clock().set_by(some);
    for (const int rounds : times)
        if (!broken_) note(let_all_go_round(rounds));
}

// What others wrote goes from the kiosks once it is in a backup that was read back (R5), and the backup is
// what the server comes back from.
void World::a_season_later()
{
    let_all_go_round_after(days{2}, {1}); // what is here is what is there (R15)
    central_.clock().set_by(days{91});
    const auto before = copies(scene_);
    std::unique_ptr<CentralDisk::Copy> backup;
    office([&] { backup = central_.back_up(); });
    let_all_go_round_after(days{0}, {2});
    time_.say(before - copies(scene_), " copies went");
    if (!broken_) note(own_stays(scene_));
    if (!broken_) note(promises_kept(scene_, stocked(*central_.look())));
    if (broken_) return;
    central_.set_back(*backup, Central::Told::yes);
    let_all_go_round_after(days{0}, {2});
    let_all_go_round_after(days{2}, {1, 1});
    if (!broken_) note(all_kept(scene_));
    if (!broken_) note(own_stays(scene_));
}

} // namespace frikort::tests::sim
