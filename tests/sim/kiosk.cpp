// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/kiosk.hpp"

#include "core/actions/centre_facts.hpp"

namespace frikort::tests::sim {

using core::store::StoreFailure;
using sync::agent::End;
using sync::agent::Outcome;

namespace {

constexpr sync::agent::Pace pace{std::chrono::seconds{60}, std::chrono::seconds{5}, std::chrono::seconds{60}};
constexpr core::sealing::Cost cheap{std::size_t{8} << 10U, 1};

std::string purpose(const char* what, std::size_t index) { return what + std::to_string(index); }

core::actions::Kiosk machine(core::sealing::SigningKey key, core::base::Chance& chance)
{
    return {std::move(key), core::sealing::Pepper::random(chance), chance, std::nullopt, std::nullopt, cheap};
}

} // namespace

Kiosk::Kiosk(const Place& place, std::size_t index, std::string centre, Central::Comparing comparing)
    : place_{place}, index_{index}, centre_{std::move(centre)}, comparing_{comparing},
      chance_{place.seed, purpose("kiosk", index)}, disk_{place.disks.kiosk(power_)}, store_{*disk_, power_,
                                                                                             place.plant},
      actions_{machine(core::sealing::SigningKey::random(chance_), chance_)}, names_{actions_.device()},
      empty_{disk_->copy()}, link_{place.time, place.network, place.central, place.plant,
                                   store_,     power_,        index},
      retry_{std::in_place, pace, chance_}
{
}

Kiosk::Kiosk(const Place& place, std::size_t index, const Kiosk& original, const Copy& copy)
    : Kiosk{place, index, original.centre_, original.comparing_}
{
    copy_of_ = original.index_;
    disk_->stop();
    put_back(copy);
    disk_->start();
    actions_.pepper = std::move(*core::sealing::Pepper::from(original.actions_.pepper.view()));
}

std::uint64_t Kiosk::tip() { return store_.begin()->records().tip(device()).number; }

bool Kiosk::enrolled() { return sync::agent::standing(*store_.begin()).centre.has_value(); }

// All kiosks of a centre have its keys.
void Kiosk::set_up()
{
    if (comparing_ == Central::Comparing::at_once) return;
    const auto work = store_.begin();
    const auto place = sync::agent::standing(*work).centre;
    if (!place || core::actions::kept_root(*work)) return;
    DrawnChance keys{place_.seed, centre_};
    const auto root = core::sealing::SigningKey::random(keys).open();
    core::actions::keep_centre(*work, actions_.pepper, place->stream,
                               core::sealing::NotebookKeys::random(keys), root, chance_);
    work->commit();
}

Outcome Kiosk::round()
{
    try {
        set_up();
        auto outcome = sync::agent::run_round(store_, link_, actions_.device_key);
        if (outcome.end != End::not_enrolled) return outcome;
        const auto place = enrol();
        if (place) {
            set_up();
            return sync::agent::run_round(store_, link_, actions_.device_key);
        }
        // Somebody looks at the screen and asks for a new one.
        if (place.error() == sync::agent::EnrolRefusal::unknown_code) code_.clear();
        if (place.error() == sync::agent::EnrolRefusal::turned_away) return {End::turned_away, {}, {}, {}};
        return {End::no_server, {}, {}, {}};
    } catch (const StoreFailure&) {
        return {End::disk_failed, {}, {}, {}};
    } catch (const PowerCut&) {
        return {End::stopped, {}, {}, {}};
    }
}

void Kiosk::rest(const Outcome& outcome)
{
    const auto pause = retry_->after(outcome);
    const auto least = outcome.wait ? Moment{*outcome.wait} : Moment{0};
    place_.time.wait(least);
    const bool stalls = place_.plant == Plant::retry_waits && outcome.end != End::done;
    place_.time.wait(stalls ? std::chrono::hours{24} : std::max(pause - least, Moment{0}), bell_);
}

// Staff read it out over the telephone, when the server runs.
void Kiosk::ask_for_code()
{
    if (!place_.central.power().is_on()) return;
    try {
        code_ = place_.central.code_for(centre_, comparing_);
    } catch (const StoreFailure&) { // its disk is full
    }
}

void Kiosk::live()
{
    for (;;) {
        if (!power_.is_on()) {
            place_.time.wait(Moment{500});
            continue;
        }
        if (code_.empty()) ask_for_code();
        const auto life = power_.life();
        const auto counted = counted_;
        const auto outcome = round();
        if (power_.life() != life) {
            retry_.emplace(pace, chance_); // another run of the program
            continue;
        }
        last_end_ = outcome.end;
        if (outcome.end == End::done && counted_ == counted) ++good_rounds_;
        if (outcome.end == End::done) is_behind_ = false;
        const bool forgotten = last_end_ == End::turned_away && !revoked; // by a server that was set back
        const bool calls = calls_office || forgotten;
        if (calls && is_heard_no_more() && enrol_again()) continue;
        if (outcome.end == End::done && to_let_in_) let_all_in();
        rest(outcome);
    }
}

void Kiosk::written() { bell_.ring(); }

} // namespace frikort::tests::sim
