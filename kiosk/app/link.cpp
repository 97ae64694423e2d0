// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/link.hpp"

#include "core/actions/centre_root.hpp"
#include "core/actions/lost_name.hpp"
#include "core/actions/not_taken.hpp"
#include "core/actions/rescued.hpp"
#include "core/actions/server_half.hpp"
#include "kiosk/app/told_trouble.hpp"

namespace frikort::kiosk::app {

screens::about::Trouble told_as(sync::agent::Trouble trouble)
{
    using Told = screens::about::Trouble;
    using sync::agent::Trouble;
    switch (trouble) {
    case Trouble::no_server:
        return Told::no_server;
    case Trouble::not_our_server:
        return Told::not_our_server;
    case Trouble::server_busy:
        return Told::server_busy;
    case Trouble::turned_away:
        return Told::turned_away;
    case Trouble::frozen:
        return Told::frozen;
    case Trouble::too_old:
        return Told::too_old;
    case Trouble::disk_failed:
        return Told::disk_failed;
    }
    return Told::no_server;
}

namespace {

std::string told(const std::vector<core::actions::Range>& numbers)
{
    std::string all;
    for (const auto& [first, last] : numbers) {
        all += (all.empty() ? "" : ", ") + std::to_string(first);
        if (last > first) all += (last == first + 1 ? ", " : "-") + std::to_string(last);
    }
    return all;
}

std::optional<screens::about::Damage> damage_told(core::store::Store& store)
{
    const auto found = core::actions::damage(*store.begin());
    if (!found) return std::nullopt;
    return screens::about::Damage{found->day, found->kept, found->count(), told(found->missing),
                                  found->asked == core::actions::Damage::Asked::yes};
}

// Nothing of it concerns anybody where the centre goes without names; that is asked last, as it takes
// longest.
screens::about::Names names_told(core::store::Store& store, const core::actions::Kiosk& kiosk)
{
    using Told = screens::about::Names;
    using Why = core::actions::LostNames::Why;
    const auto work = store.begin();
    const auto lost = core::actions::lost_names(*work);
    const bool waits = !core::actions::half_is_here(*work, kiosk);
    if ((!waits && !lost) || core::actions::names(*work, kiosk) == core::actions::Names::off)
        return Told::open;
    if (waits) return Told::not_yet;
    return lost->why == Why::own_half ? Told::own_half : Told::other_half;
}

} // namespace

screens::about::Facts facts_of(core::store::Store& store, const core::actions::Kiosk& kiosk,
                               const core::base::Clock& clock, const Link& link)
{
    const auto standing = sync::agent::standing(*store.begin());
    screens::about::Facts facts;
    facts.server = link.server;
    facts.version = FRIKORT_VERSION;
    if (standing.centre) facts.centre = standing.centre->name;
    facts.waiting = standing.waiting;
    const auto not_taken = core::actions::count_not_taken(*store.begin());
    facts.refused = not_taken.wanting;
    facts.aside = not_taken.aside;
    if (standing.last_contact) facts.last_contact = core::base::Date::in_denmark(*standing.last_contact);
    if (clock.trusted()) facts.today = clock.today();
    facts.damage = damage_told(store);
    facts.names = names_told(store, kiosk);
    const auto lost = core::actions::lost_name(*store.begin());
    if (lost && standing.centre) facts.lost_name = lost->hex().substr(0, 8);
    // A full disk cannot keep that it is full, so what this program saw goes first.
    if (link.trouble == screens::about::Trouble::disk_failed)
        facts.trouble = link.trouble;
    else if (standing.trouble)
        facts.trouble = told_as(*standing.trouble);
    return facts;
}

screens::office_number::Facts number_of(core::store::Store& store)
{
    using screens::office_number::Checked;
    using sync::agent::Compared;
    const auto work = store.begin();
    const auto compared = sync::agent::standing(*work).compared;
    const auto checked = compared == Compared::yes              ? Checked::yes
                         : compared == Compared::not_and_served ? Checked::no_but_served
                                                                : Checked::no;
    return {core::actions::fingerprint_here(*work), checked};
}

Founding founding(core::store::Store& store)
{
    const auto work = store.begin();
    const auto standing = sync::agent::standing(*work);
    if (core::actions::is_begun_elsewhere(*work)) return Founding::not_compared;
    if (core::actions::is_centre_expected(*work)) return Founding::elsewhere;
    return !standing.centre || standing.heard_all ? Founding::here : Founding::not_heard;
}

} // namespace frikort::kiosk::app
