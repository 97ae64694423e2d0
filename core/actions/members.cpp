// SPDX-License-Identifier: MPL-2.0
#include "core/actions/members.hpp"

#include <algorithm>

#include "core/actions/member_slots.hpp"
#include "core/base/text.hpp"
#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using people::Right;
using people::Role;

namespace {

using Members = std::vector<centre::Member>;

bool is_taken(const Members& members, std::string_view name)
{
    const auto folded = base::fold_case(name);
    return std::any_of(members.begin(), members.end(),
                       [&](const auto& one) { return base::fold_case(one.name) == folded; });
}

bool is_last_leader(const Members& members, const centre::Member& member)
{
    return member.role == Role::leader && std::count_if(members.begin(), members.end(), [](const auto& one) {
                                              return one.role == Role::leader;
                                          }) == 1;
}

// As they are but for what the caller changes: no key ends.
centre::MemberSet set_of(const centre::Member& member)
{
    return {member.id, member.name, member.role, member.key, std::vector<sealing::SignPublic>{}};
}

} // namespace

base::Result<sealing::MemberId, NotDone> add_member(store::Store& store, const Kiosk& kiosk,
                                                    const Staff& leader, std::string_view name, Role role,
                                                    const people::StaffCode& code, const base::Clock& clock)
{
    auto called = people::free_text(name, centre::longest_name);
    if (!called) return no(NotDone::unfit);
    const auto keys = fresh_member_keys(kiosk, leader.inbox());
    const centre::Member member{kiosk.chance.name<sealing::MemberId>(), std::move(*called), role,
                                keys.sign.open()};
    const auto wrapped = wrapped_for(kiosk, member.id, code, keys);

    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, leader, Right::keep_members);
    if (!centre) return no(centre.error());
    if (is_taken(centre->now.members(), member.name)) return no(NotDone::name_in_use);
    write_doing(*work, kiosk, *centre, leader.key(), set_of(member), clock);
    keep_member_slot(*work, *centre, member.id, member.key, wrapped);
    work->commit();
    return member.id;
}

base::Result<void, NotDone> change_role(store::Store& store, const Kiosk& kiosk, const Staff& leader,
                                        const sealing::MemberId& who, Role role, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, leader, Right::keep_members);
    if (!centre) return no(centre.error());
    const auto* known = centre->now.member(who);
    if (known == nullptr) return no(NotDone::unknown);
    if (known->role == role) return no(NotDone::already);
    if (is_last_leader(centre->now.members(), *known)) return no(NotDone::last_leader);
    auto member = *known;
    member.role = role;
    write_doing(*work, kiosk, *centre, leader.key(), set_of(member), clock);
    work->commit();
    return {};
}

base::Result<void, NotDone> remove_member(store::Store& store, const Kiosk& kiosk, const Staff& leader,
                                          const sealing::MemberId& who, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, leader, Right::keep_members);
    if (!centre) return no(centre.error());
    const auto* known = centre->now.member(who);
    if (known == nullptr) return no(NotDone::unknown);
    if (is_last_leader(centre->now.members(), *known)) return no(NotDone::last_leader);
    write_doing(*work, kiosk, *centre, leader.key(), centre::MemberGone{who}, clock);
    remove_member_slot(*work, *centre, who);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
