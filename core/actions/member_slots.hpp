// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/our_centre.hpp"
#include "core/people/staff.hpp"
#include "core/sealing/member.hpp"

// How members' codes are kept on this kiosk. Not for other rooms.
namespace frikort::core::actions {

// Blocks for one Argon2id.
base::Bytes wrapped_for(const Kiosk&, const sealing::MemberId&, const people::StaffCode&,
                        const sealing::MemberKeys&);
// Takes the place of an older code. Nothing (empty): the member has no code here any more.
void keep_member_slot(store::Work&, const OurCentre&, const sealing::MemberId&, const base::Bytes& wrapped);
std::optional<base::Bytes> member_slot(store::Work&, const OurCentre&, const sealing::MemberId&);

} // namespace frikort::core::actions
