// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/kiosk.hpp"

// How a kiosk comes back: from a copy of its disk, with a lost database, or when its name is heard no more.
namespace frikort::tests::sim {

using core::store::StoreFailure;
using sync::agent::End;

Kiosk::Copy Kiosk::copy() const
{
    return {disk_->copy(), core::sealing::SigningKey::from_seed(actions_.device_key.seed()), names_};
}

void Kiosk::put_back(const Copy& copy)
{
    disk_->put_back(*copy.disk);
    actions_.device_key = core::sealing::SigningKey::from_seed(copy.key.seed());
    names_ = copy.names;
    noted_.clear();
    next_key_.reset();
    key_before_.reset();
    twofold = forgot = is_behind_ = ever_forgot_ = true;
}

void Kiosk::lose_database(const std::optional<core::store::Records::Tip>& note)
{
    using Numbers = core::store::Rescue::Numbers;
    to_rescue_ = core::store::Rescue{.kept = "kiosk.db.damaged", .last = {}, .lost = {}};
    if (note) {
        // What stood there when it was lost before stands there still.
        auto& noted = noted_[device()];
        if (note->number >= noted.number) noted = *note;
        to_rescue_->numbers = Numbers::known;
        to_rescue_->last = noted;
        for (std::uint64_t number = 1; number <= noted.number; ++number)
            to_rescue_->lost.push_back({number, std::nullopt});
    }
    disk_->put_back(*empty_);
    code_.clear();
    forgot = is_behind_ = ever_forgot_ = true;
}

// As kiosk/app/opening does it.
bool Kiosk::rescue()
{
    if (!to_rescue_) return true;
    try {
        const auto work = store_.begin();
        core::actions::note_rescue(*work, *to_rescue_, device(), "2025-11-20");
        work->commit();
    } catch (const StoreFailure&) {
        return false;
    } catch (const PowerCut&) {
        return false;
    }
    if (core::actions::needs_another_name(*store_.begin(), device())) {
        key_before_ = std::exchange(actions_.device_key, core::sealing::SigningKey::random(chance_));
        names_.push_back(device());
    }
    to_rescue_.reset();
    return true;
}

Kiosk::Enrolled Kiosk::enrol()
{
    if (!key_before_)
        return next_key_ ? enrol_or_anew() : sync::agent::enrol(store_, link_, actions_.device_key, code_);
    auto place = sync::agent::enrol_anew(store_, link_, actions_.device_key, *key_before_, code_);
    if (!place) return place;
    key_before_.reset();
    twofold = revoked = false;
    to_let_in_ = true;
    return place;
}

Kiosk::Enrolled Kiosk::enrol_or_anew()
{
    using sync::agent::Another;
    auto place = sync::agent::enrol(store_, link_, actions_.device_key, code_);
    const bool anew =
        !place && sync::agent::must_be_anew(place.error(), next_key_ ? Another::begun : Another::not_begun);
    return anew ? enrol_anew() : std::move(place);
}

Kiosk::Enrolled Kiosk::enrol_anew()
{
    if (!next_key_) next_key_.emplace(core::sealing::SigningKey::random(chance_));
    auto place = sync::agent::enrol_anew(store_, link_, *next_key_, actions_.device_key, code_);
    if (!place) return place;
    actions_.device_key = std::move(*next_key_);
    next_key_.reset();
    names_.push_back(device());
    place_.time.say("kiosk ", index_, " bears a new name");
    twofold = revoked = false;
    to_let_in_ = true;
    return place;
}

bool Kiosk::is_heard_no_more() const { return last_end_ == End::frozen || last_end_ == End::turned_away; }

// As `frikort-kiosk --enrol CODE` does it (kiosk/app/enrolling): a server that only forgot this name, because
// it was restored, takes it once more. True when it may go on.
bool Kiosk::enrol_again()
{
    code_.clear();
    ask_for_code();
    if (code_.empty()) return false;
    try {
        return last_end_ == End::turned_away ? bool{enrol_or_anew()} : bool{enrol_anew()};
    } catch (const StoreFailure&) {
    } catch (const PowerCut&) {
    }
    return false;
}

// Staff look through the list of what was not taken, and offer all of it.
void Kiosk::let_all_in()
{
    try {
        const auto work = store_.begin();
        sync::agent::offer_refused_again(*work);
        work->commit();
        to_let_in_ = false;
    } catch (const StoreFailure&) {
    } catch (const PowerCut&) {
    }
}

} // namespace frikort::tests::sim
