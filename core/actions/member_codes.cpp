// SPDX-License-Identifier: MPL-2.0
#include "core/actions/member_codes.hpp"

#include <algorithm>

#include "core/actions/centre_inbox.hpp"
#include "core/actions/member_slots.hpp"
#include "core/actions/tries.hpp"

namespace frikort::core::actions {

using base::no;
using centre::most_ended;
using people::Right;
using sealing::SigningKey;
using sealing::SignPublic;

namespace {

// A code for a member, wrapped already.
struct Code {
    const sealing::MemberId& who;
    const SignPublic& key;
    const base::Bytes& wrapped;
};

enum class Old { ends, stays }; // the member's codes before this one, here and elsewhere

// Every key that signed for them ends, and the new one takes their place.
void say_new_key(store::Work& work, const Kiosk& kiosk, const OurCentre& centre, const SigningKey& signs,
                 const centre::Member& member, const SignPublic& key, const base::Clock& clock)
{
    centre::MemberSet set{member.id, member.name, member.role, key, std::vector<SignPublic>{}};
    auto left = member.keys;
    do { // so many at once
        const auto some = left.begin() + static_cast<std::ptrdiff_t>(std::min(left.size(), most_ended));
        set.ended->assign(left.begin(), some);
        left.erase(left.begin(), some);
        write_doing(work, kiosk, centre, signs, set, clock);
    } while (!left.empty());
}

// Signed by whoever may.
base::Result<void, NotDone> give(store::Work& work, const Kiosk& kiosk, const OurCentre& centre,
                                 const SigningKey& signs, const Code& code, Old old, const base::Clock& clock)
{
    const auto* member = centre.now.member(code.who);
    if (member == nullptr) return no(NotDone::unknown);
    if (old == Old::ends)
        say_new_key(work, kiosk, centre, signs, *member, code.key, clock);
    else if (member_slot(work, centre, *member))
        return no(NotDone::already);
    else
        write_doing(work, kiosk, centre, signs, centre::MemberKey{code.who, code.key}, clock);
    keep_member_slot(work, centre, code.who, code.key, code.wrapped);
    work.waits().clear(subject_of_member(code.who));
    return {};
}

base::Result<void, NotDone> give_by(const Staff& leader, store::Store& store, const Kiosk& kiosk,
                                    const sealing::MemberId& who, const people::StaffCode& code, Old old,
                                    const base::Clock& clock)
{
    const auto keys = fresh_member_keys(kiosk, leader.inbox());
    const auto key = keys.sign.open();
    const auto wrapped = wrapped_for(kiosk, who, code, keys);
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, leader, Right::keep_members);
    if (!centre) return no(centre.error());
    const auto given = give(*work, kiosk, *centre, leader.key(), {who, key, wrapped}, old, clock);
    if (!given) return given;
    if (old == Old::ends)
        write_doing(*work, kiosk, *centre, leader.key(), centre::Did{centre::Deed::gave_new_code}, clock);
    work->commit();
    return {};
}

base::Result<void, NotDone> give_by(const people::CentreCard& card, store::Store& store, const Kiosk& kiosk,
                                    const sealing::MemberId& who, const people::StaffCode& code, Old old,
                                    const base::Clock& clock)
{
    auto work = store.begin();
    auto centre = our_centre(*work, kiosk);
    if (!centre) return no(NotDone::no_centre);
    const auto pair = opened_by(card, *centre);
    if (!pair) return no(NotDone::other_centre);
    const auto inbox = inbox_with_card(*work, *centre, *pair);
    if (!inbox) return no(NotDone::unknown);
    work.reset(); // the slow part without the store
    const auto keys = fresh_member_keys(kiosk, *inbox);
    const auto key = keys.sign.open();
    const auto wrapped = wrapped_for(kiosk, who, code, keys);

    work = store.begin();
    centre = our_centre(*work, kiosk); // what came meanwhile counts
    if (!centre) return no(NotDone::no_centre);
    const auto given = give(*work, kiosk, *centre, pair->root(), {who, key, wrapped}, old, clock);
    if (!given) return given;
    work->commit();
    return {};
}

} // namespace

base::Result<void, NotDone> give_new_code(store::Store& store, const Kiosk& kiosk, const Staff& leader,
                                          const sealing::MemberId& who, const people::StaffCode& code,
                                          const base::Clock& clock)
{
    return give_by(leader, store, kiosk, who, code, Old::ends, clock);
}

base::Result<void, NotDone> give_new_code(store::Store& store, const Kiosk& kiosk,
                                          const people::CentreCard& card, const sealing::MemberId& who,
                                          const people::StaffCode& code, const base::Clock& clock)
{
    return give_by(card, store, kiosk, who, code, Old::ends, clock);
}

base::Result<void, NotDone> let_in_here(store::Store& store, const Kiosk& kiosk, const Staff& leader,
                                        const sealing::MemberId& who, const people::StaffCode& code,
                                        const base::Clock& clock)
{
    return give_by(leader, store, kiosk, who, code, Old::stays, clock);
}

base::Result<void, NotDone> let_in_here(store::Store& store, const Kiosk& kiosk,
                                        const people::CentreCard& card, const sealing::MemberId& who,
                                        const people::StaffCode& code, const base::Clock& clock)
{
    return give_by(card, store, kiosk, who, code, Old::stays, clock);
}

} // namespace frikort::core::actions
