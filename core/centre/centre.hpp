// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/centre/doing.hpp"

namespace frikort::core::centre {

// The kiosk that wrote a record, its own gap-free count, and the doing's turn, which comes first: what
// somebody wrote who had seen this is larger.
struct Origin {
    std::uint64_t number = 0;
    records::DeviceId device;
    std::uint64_t turn = 0;
    friend bool operator==(const Origin&, const Origin&) = default;
    friend auto operator<=>(const Origin& a, const Origin& b)
    {
        return std::tie(a.turn, a.number, a.device) <=> std::tie(b.turn, b.number, b.device);
    }
};

// One record of the centre's stream, opened and read; `writer` signed it.
struct Fact {
    Id id;
    Origin origin;
    sealing::SignPublic writer;
    Doing doing;
};

struct Member {
    MemberId id;
    std::string name;
    people::Role role = people::Role::volunteer;
    sealing::SignPublic key{}; // as last set; whether it still signs for them `keys` say
    std::vector<sealing::SignPublic>
        keys{}; // what signs for them now: one for each kiosk with a code of theirs
};
bool signs_for(const sealing::SignPublic&, const Member&);

// Somebody who is gone, or, with a key, one that was ended: what opened with a code of theirs is to go.
struct Over {
    MemberId member;
    std::optional<sealing::SignPublic> key;
};

struct PostedJob {
    Id id;
    Job job;
    Origin origin;
};

// What citizens asked for, as far as the centre's stream says.
struct Request {
    Id id; // of the first message
    records::StreamId where;
    std::vector<Id> unanswered; // messages; empty: nobody waits
    Origin origin;              // of the first announcement here
    std::optional<base::Date> day;
};

// Something a member did, for the leader.
struct Done {
    std::string who; // the name they had; empty: somebody with the centre card
    std::optional<base::Date> day;
    Body what;
    Origin origin;
    std::string whom{}; // the member it is about, where it is about one
};

// A centre as it stands.
class Centre {
public:
    const std::optional<Made>& made() const { return made_; }
    // Those who may sign in, the oldest first.
    const std::vector<Member>& members() const { return members_; }
    const Member* member(const MemberId&) const;
    // The name of whoever signed it, also when they are gone since.
    std::optional<std::string> name_of(const sealing::SignPublic&) const;
    const std::vector<PostedJob>& jobs() const { return jobs_; }       // newest first
    const std::vector<Request>& requests() const { return requests_; } // oldest first
    const Request* request(const Id&) const;
    std::size_t waiting() const; // requests with something unanswered
    // Whether kept pay stands in its notebook already.
    bool delivered(const Id& kept) const;
    // Whether call names open notebooks at its kiosks.
    ByName by_name() const { return by_name_; }
    const std::vector<Done>& deeds() const { return deeds_; } // newest first
    const std::vector<Over>& over() const { return over_; }
    // For what is written next.
    std::uint64_t next_turn() const { return next_turn_; }

    friend Centre fold(const sealing::SignPublic& root, std::span<const Fact>);

private:
    std::optional<Made> made_;
    std::vector<Member> members_;
    std::vector<std::pair<sealing::SignPublic, std::string>> signatures_; // everybody's, also of old codes
    std::vector<PostedJob> jobs_;
    std::vector<Request> requests_;
    std::vector<Id> delivered_; // sorted
    ByName by_name_ = ByName::yes;
    std::vector<Done> deeds_;
    std::vector<Over> over_;
    std::uint64_t next_turn_ = 1;
};

// The centre that a set of facts makes; their order and repetitions do not matter (sync.md R11). Only what
// was signed by somebody who may counts: `root`, the centre card's own key, sets the first leader, leaders
// set members, and each member does what their role allows (people::may). Who was removed stays removed, and
// a key that was ended stays ended. What somebody wrote before that on another kiosk counts still: clocks
// decide nothing (R10). Where two say something else of the same member or job, or of call
// names, the larger origin holds.
Centre fold(const sealing::SignPublic& root, std::span<const Fact>);

} // namespace frikort::core::centre
