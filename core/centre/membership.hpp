// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <set>

#include "core/centre/centre.hpp"

// Who may what, as a set of facts says. A part of the fold; not for other rooms.
namespace frikort::core::centre {

using Facts = std::vector<const Fact*>; // by origin, each record once

// Everything that was ever rightly said of each member, and which keys ever signed for whom.
class Membership {
public:
    // `facts` must outlive this.
    Membership(const sealing::SignPublic& root, const Facts& facts);

    bool may(const sealing::SignPublic& writer, people::Right) const;
    bool is_member(const sealing::SignPublic& writer) const; // also one who is gone
    bool is_root(const sealing::SignPublic& writer) const { return writer == root_; }

    // Each as last set, the oldest first; without those that are gone.
    std::vector<Member> now() const;
    std::vector<Over> over() const;
    // Every key that ever signed for somebody, with their name.
    std::vector<std::pair<sealing::SignPublic, std::string>> signatures() const;
    // As last set; empty: nobody that was ever set.
    std::string name_of(const MemberId&) const;

private:
    struct Said {
        Facts sets; // by origin
        Facts more; // MemberKey, by origin
        std::set<people::Role> roles;
    };
    // What a key may for one member: a code made on one kiosk more may whatever its owner ever might, also
    // where their role was changed by somebody who did not know of it.
    struct Held {
        std::set<people::Role> roles;
        bool all_roles = false;
    };

    bool hear(const Fact&);
    void hold(const MemberId&, const sealing::SignPublic& key, const MemberSet*);
    static std::set<sealing::SignPublic> ended(const Said&);
    static std::vector<sealing::SignPublic> keys_now(const Said&);

    sealing::SignPublic root_;
    std::set<Id> heard_;
    std::map<MemberId, Said> said_;
    std::map<sealing::SignPublic, std::map<MemberId, Held>> keys_;
    std::set<MemberId> gone_;
};

} // namespace frikort::core::centre
