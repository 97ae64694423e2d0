// SPDX-License-Identifier: MPL-2.0
#include "core/actions/sign_in.hpp"

#include "core/actions/member_slots.hpp"
#include "core/actions/tries.hpp"

namespace frikort::core::actions {

using base::no;

std::vector<centre::Member> members_here(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    std::vector<centre::Member> here;
    if (!centre) return here;
    for (const auto& member : centre->now.members())
        if (member_slot(*work, *centre, member)) here.push_back(member);
    return here;
}

base::Result<Staff, NotOpened> sign_in(store::Store& store, const Kiosk& kiosk, const sealing::MemberId& who,
                                       const people::StaffCode& code)
{
    auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    const auto* member = centre ? centre->now.member(who) : nullptr;
    const auto wrapped = member != nullptr ? member_slot(*work, *centre, *member) : std::nullopt;
    if (!wrapped) return no(NotOpened{NotOpened::Why::unknown});
    const auto attempt = OneTry::count(*work, subject_of_member(who));
    if (!attempt) return no(attempt.error());
    work->commit();
    work.reset(); // nobody waits for the store while the code is stretched

    const auto stretched = sealing::stretch_member(who, code.bytes().view(), kiosk.pepper, kiosk.cost);
    auto keys = sealing::unwrap_member(stretched, who, *wrapped);
    if (!keys) return no(attempt->wrong());
    work = store.begin();
    attempt->right(*work);
    work->commit();
    if (!centre::signs_for(keys->sign.open(), *member)) return no(NotOpened{NotOpened::Why::damaged});
    return Staff{*member, std::move(*keys)};
}

void forget_dead_codes(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    if (centre && remove_dead_slots(*work, *centre)) work->commit();
}

base::Result<OurCentre, NotDone> allowed(store::Work& work, const Kiosk& kiosk, const Staff& staff,
                                         people::Right right)
{
    auto centre = our_centre(work, kiosk);
    if (!centre) return no(NotDone::no_centre);
    const auto* member = centre->now.member(staff.id());
    if (member == nullptr || !centre::signs_for(staff.key().open(), *member))
        return no(NotDone::not_a_member);
    if (!people::may(member->role, right)) return no(NotDone::not_allowed);
    return std::move(*centre);
}

} // namespace frikort::core::actions
