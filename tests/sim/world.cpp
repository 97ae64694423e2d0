// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/world.hpp"

#include <algorithm>
#include <array>

namespace frikort::tests::sim {

namespace {

constexpr Moment minute{60'000};
constexpr Moment longest_healing = 30 * minute;
constexpr std::array centres{"Værestedet Havnen", "Perronen", "Café Klare"};

// Half of the offices that do not compare at once do it when all is well again.
Central::Comparing comparing_of(std::uint64_t seed, const char* centre)
{
    return Draw{seed, std::string{"compared "} + centre}.happens(10) ? Central::Comparing::later
                                                                     : Central::Comparing::at_once;
}

// When somebody calls the office about a kiosk that is heard no more.
enum class Call { never, at_once, later };
Call call_about(std::uint64_t seed, const Kiosk& kiosk)
{
    Draw draw{seed, "calls about " + std::to_string(kiosk.index())};
    return std::array{Call::never, Call::at_once, Call::later}.at(draw.below(3));
}

std::size_t kiosks_of(const Settings& settings)
{
    return settings.kiosks.value_or(Draw{settings.seed, "kiosks"}.between(2, 20));
}

Moment length_of(const Settings& settings)
{
    return Draw{settings.seed, "length"}.between(minute, 5 * minute);
}

} // namespace

std::vector<Fault> faults_of(const Settings& settings)
{
    return faults_of(settings.seed, kiosks_of(settings), length_of(settings));
}

World::World(const Settings& settings, const std::vector<Fault>& faults)
    : settings_{settings}, draw_{settings.seed, "world"}, until_{length_of(settings)}, network_{settings.seed,
                                                                                                faults},
      disks_{disks_of(settings.engine, settings.seed)}, central_{time_, *disks_, settings.seed,
                                                                 settings.plant},
      town_{settings.seed, kiosks_, central_.clock(), ledger_, settings.plant}, faults_{faults}
{
    time_.tell_to(settings.tale);
    const Kiosk::Place place{time_, network_, central_, *disks_, settings.seed, settings.plant};
    for (std::size_t i = 0; i < kiosks_of(settings); ++i) {
        const auto* const centre = centres[draw_.below(centres.size())];
        kiosks_.push_back(std::make_unique<Kiosk>(place, i, centre, comparing_of(settings.seed, centre)));
        watch_over(*kiosks_.back());
        time_.tell(draw_.between(Moment{0}, Moment{5'000}),
                   [kiosk = kiosks_.back().get()] { kiosk->live(); });
    }
    central_.power().went_off = [this] {
        time_.at(time_.now() + draw_.between(Moment{100}, Moment{30'000}), [this] { start_central(); });
    };
}

World::~World() { time_.end(); }

void World::watch_over(Kiosk& kiosk)
{
    kiosk.calls_office = call_about(settings_.seed, kiosk) == Call::at_once;
    kiosk.power().went_off = [this, &kiosk] {
        time_.at(time_.now() + draw_.between(Moment{100}, Moment{30'000}),
                 [this, &kiosk] { start_kiosk(kiosk); });
    };
}

// Where there is no room to start, the power goes again and somebody tries once more. Also where it went by
// itself: a write that a start can do without (a checkpoint) fails and is not missed.
void World::start_kiosk(Kiosk& kiosk)
{
    kiosk.disk().stop();
    kiosk.power().on();
    try {
        kiosk.disk().start();
    } catch (const core::store::StoreFailure&) {
        return kiosk.power().off();
    }
    if (!kiosk.power().is_on() || !kiosk.rescue()) return kiosk.power().off();
    time_.say("kiosk ", kiosk.index(), " starts");
    if (kiosk.forgot)
        ledger_.disk_went_back(kiosk);
    else
        note(kept_at_home(scene_, kiosk));
    kiosk.forgot = false;
    ledger_.pass_over(kiosk);
}

void World::start_central()
{
    central_.disk().stop();
    central_.power().on();
    try {
        central_.disk().start();
    } catch (const core::store::StoreFailure&) {
        return central_.power().off();
    }
    if (!central_.power().is_on()) return;
    time_.say("the server starts");
    if (!central_.went_back()) note(acknowledged_is_there(scene_));
    revoke_again();
}

// A server that went back to a copy from before has to be told once more.
void World::compare_again_and_again(const std::string& centre)
{
    if (central_.compare(centre)) time_.say("the office compared ", centre);
    time_.at(time_.now() + Moment{10'000}, [this, centre] { compare_again_and_again(centre); });
}

void World::compare_later()
{
    for (const auto* const centre : centres) {
        Draw draw{settings_.seed, std::string{"compared at "} + centre};
        if (comparing_of(settings_.seed, centre) == Central::Comparing::later && draw.happens(50))
            time_.at(draw.between(Moment{0}, until_), [this, centre] { compare_again_and_again(centre); });
    }
}

bool World::all_enrolled()
{
    return std::all_of(kiosks_.begin(), kiosks_.end(),
                       [](const auto& kiosk) { return kiosk->power().is_on() && kiosk->enrolled(); });
}

void World::heal()
{
    healed_ = true;
    time_.say("all is well again");
    network_.heal();
    central_.heal();
    for (const auto& kiosk : kiosks_) {
        kiosk->disk().set(KioskDisk::Room::left);
        kiosk->power().cut_no_more();
        kiosk->calls_office = call_about(settings_.seed, *kiosk) != Call::never;
    }
}

// Who works at the server beside its requests waits for them.
void World::office(const std::function<void()>& deed)
{
    bool is_done = false;
    time_.tell(time_.now(), [&] {
        deed();
        is_done = true;
    });
    while (!is_done && time_.step()) {
    }
}

Verdict World::let_all_go_round(int times)
{
    for (const auto& kiosk : kiosks_) kiosk->count_rounds();
    const auto late = time_.now() + longest_healing;
    // A machine that exists twice is heard no more (R13), nor one that was revoked: where nobody calls the
    // office its rounds are done with that.
    const auto is_done = [&](const auto& kiosk) {
        using sync::agent::End;
        const bool frozen = kiosk->twofold && kiosk->last_end() == End::frozen;
        return kiosk->good_rounds() >= times || (!kiosk->calls_office && (frozen || kiosk->is_turned_away()));
    };
    while (!std::all_of(kiosks_.begin(), kiosks_.end(), is_done)) {
        if (broken_) return broken_;
        if (time_.now() > late || !time_.step()) {
            const auto& stuck = **std::find_if_not(kiosks_.begin(), kiosks_.end(), is_done);
            return Broken{"nobody is stuck", "kiosk " + std::to_string(stuck.index()) + " ended with " +
                                                 std::to_string(static_cast<int>(stuck.last_end()))};
        }
    }
    return std::nullopt;
}

Verdict World::run()
{
    try {
        for (const auto& act : acts_of(settings_.seed, kiosks_.size(), until_))
            time_.at(act.at, [this, act] {
                time_.say("kiosk ", act.kiosk, ": ", word_of(act.kind));
                town_.act(act);
            });
        for (const auto& fault : faults_) befall(fault);
        compare_later();
        while (!broken_ && time_.now() < until_ && time_.step()) {
        }
        heal();
        // Everybody has told the office of their keys; then it compares those it has not.
        if (!broken_) note(let_all_go_round(1));
        office([this] {
            for (const auto* const centre : centres)
                if (comparing_of(settings_.seed, centre) == Central::Comparing::later)
                    central_.compare(centre);
        });
        // What is offered in one round others get in the next; whom that concerns, answers in the next.
        for (const int times : {2, 1})
            if (!broken_) note(let_all_go_round(times));
        // And the next day everything is compared (R15): what was brought back then others get in the next.
        if (central_.went_back()) let_all_go_round_after(std::chrono::days{2}, {1, 1});
        if (!broken_) note(all_kept(scene_));
        if (!broken_ && Draw{settings_.seed, "season"}.happens(20)) a_season_later();
    } catch (const std::exception& exception) {
        note(Broken{"nothing throws what nobody catches", exception.what()});
    } catch (const PowerCut&) {
        note(Broken{"nothing throws what nobody catches", "a power cut"});
    }
    return broken_;
}

} // namespace frikort::tests::sim
