// SPDX-License-Identifier: MPL-2.0
#include "core/actions/by_name.hpp"

#include "core/actions/name_slots.hpp"

namespace frikort::core::actions {

using base::no;
using centre::ByName;

ByName by_name(store::Work& work, const Kiosk& kiosk)
{
    const auto centre = our_centre(work, kiosk);
    return centre ? centre->now.by_name() : ByName::yes;
}

base::Result<void, NotDone> choose_by_name(store::Store& store, const Kiosk& kiosk, const Staff& leader,
                                           ByName allowed, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = core::actions::allowed(*work, kiosk, leader, people::Right::choose_ways);
    if (!centre) return no(centre.error());
    if (centre->now.by_name() == allowed) return no(NotDone::already);
    write_doing(*work, kiosk, *centre, leader.key(), centre::OpenByName{allowed}, clock);
    if (allowed == ByName::no) remove_name_slots(*work);
    work->commit();
    return {};
}

void follow_by_name(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    if (by_name(*work, kiosk) == ByName::no && remove_name_slots(*work)) work->commit();
}

} // namespace frikort::core::actions
