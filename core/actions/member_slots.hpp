// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/our_centre.hpp"
#include "core/people/staff.hpp"
#include "core/sealing/member.hpp"

// How members' codes are kept on this kiosk. Not for other rooms.
namespace frikort::core::actions {

// A key of their own for one code, and the inbox.
sealing::MemberKeys fresh_member_keys(const Kiosk&, const sealing::InboxKeys&);
// Blocks for one Argon2id.
base::Bytes wrapped_for(const Kiosk&, const sealing::MemberId&, const people::StaffCode&,
                        const sealing::MemberKeys&);
// Takes the place of an older code. `key` is what it opens.
void keep_member_slot(store::Work&, const OurCentre&, const sealing::MemberId&,
                      const sealing::SignPublic& key, const base::Bytes& wrapped);
void remove_member_slot(store::Work&, const OurCentre&, const sealing::MemberId&);
// What the member's code opens here; nothing where they have none, are gone, or what it opens signs for them
// no more. A slot of an older program does not say which key that is: whoever opened it looks.
std::optional<base::Bytes> member_slot(store::Work&, const OurCentre&, const centre::Member&);
// Every slot whose member is gone, or whose key was ended, goes; one that nothing was said of stays, as what
// is said of it may be on its way. True when there was one; the caller commits.
bool remove_dead_slots(store::Work&, const OurCentre&);

} // namespace frikort::core::actions
