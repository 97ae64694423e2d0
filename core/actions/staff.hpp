// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

#include "core/actions/our_centre.hpp"
#include "core/sealing/member.hpp"

namespace frikort::core::actions {

// A member of staff at the screen: who they are, and the keys their code opened. One owner, moved and never
// copied; whoever lets go of it wipes the keys.
class Staff {
public:
    Staff(centre::Member member, sealing::MemberKeys keys)
        : member_{std::move(member)}, keys_{std::move(keys)}
    {
    }
    const sealing::MemberId& id() const { return member_.id; }
    const std::string& name() const { return member_.name; }
    people::Role role() const { return member_.role; } // at sign-in; what counts is asked anew each time
    bool may(people::Right right) const { return people::may(member_.role, right); }
    const sealing::SigningKey& key() const { return keys_.sign; }
    const sealing::InboxKeys& inbox() const { return keys_.inbox; }

private:
    centre::Member member_;
    sealing::MemberKeys keys_;
};

// Why something staff wanted was not done. Nothing was written then.
enum class NotDone {
    no_centre,    // the centre was not set up on this kiosk
    not_a_member, // removed, or given a new code, since they signed in: they are to be signed out
    not_allowed,  // their role does not do this
    unknown,      // what it was about is not there, or not any more
    name_in_use,  // of a new member
    last_leader,  // somebody must be able to let others in
    already,      // somebody else was first
    unfit,        // words that are too long, empty, not plain text, or look like a CPR number
    other_centre, // of a centre card
};

// The centre, when this member may do that now; or why not. Asked inside the Work of every action of staff.
base::Result<OurCentre, NotDone> allowed(store::Work&, const Kiosk&, const Staff&, people::Right);

} // namespace frikort::core::actions
