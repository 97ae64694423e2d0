// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/people/staff.hpp"
#include "core/records/record.hpp"
#include "core/sealing/member.hpp"

// What happens at a centre: who its members are, its jobs, what citizens asked for, what members did. Each is
// one record of the centre's stream, sealed to the centre's own kiosks and signed by who did it.
namespace frikort::core::centre {

using base::Id;
using sealing::MemberId;

inline constexpr std::size_t longest_name = 30;  // characters, of a member
inline constexpr std::size_t longest_place = 60; // of a job
inline constexpr std::size_t longest_work = 80;
inline constexpr std::size_t longest_how = 200;
inline constexpr std::size_t most_messages = 64; // that one answer may answer
inline constexpr std::size_t most_ended = 64;    // keys that one `MemberSet` may end
inline constexpr std::uint64_t last_turn = std::uint64_t{1} << 53;

// The first record: the keys of the centre, signed by the centre card.
struct Made {
    sealing::BoxPublic recovery;
    sealing::BoxPublic inbox;
    friend bool operator==(const Made&, const Made&) = default;
};

// A member as they are from now on. Signed by a leader or by the centre card.
struct MemberSet {
    MemberId member;
    std::string name; // what citizens and colleagues call them
    people::Role role = people::Role::volunteer;
    sealing::SignPublic key; // signs for them
    // What signs for them no more from now on, named one by one; other keys of theirs stay. Nothing, as older
    // programs wrote it: it ends the keys of all such before it.
    std::optional<std::vector<sealing::SignPublic>> ended{};
    friend bool operator==(const MemberSet&, const MemberSet&) = default;
};
// A member has a code on one kiosk more, whose key signs for them too. Signed by a leader or by the centre
// card.
struct MemberKey {
    MemberId member;
    sealing::SignPublic key;
    friend bool operator==(const MemberKey&, const MemberKey&) = default;
};
// For good: whoever comes back is a new member.
struct MemberGone {
    MemberId member;
    friend bool operator==(const MemberGone&, const MemberGone&) = default;
};

struct Job {
    std::string place; // "Café Klare"
    std::string work;  // "Opvask, et par timer om dagen"
    std::string how;   // "Spørg efter Lone"
    friend bool operator==(const Job&, const Job&) = default;
};
struct JobSet {
    std::optional<Id> job; // nothing: a new one, named after this record
    Job now;
    friend bool operator==(const JobSet&, const JobSet&) = default;
};
struct JobGone {
    Id job;
    friend bool operator==(const JobGone&, const JobGone&) = default;
};

// A citizen wrote: where it lies, never what it says. Written by the kiosk itself.
struct Asked {
    records::StreamId where; // the notebook, or the receipt's own
    Id request;              // the first message of it
    Id message;              // this one; the first time the same
    friend bool operator==(const Asked&, const Asked&) = default;
};
// These messages need nobody any more: they were answered, or somebody saw to it.
struct Handled {
    Id request;
    std::vector<Id> messages;
    enum class How : std::uint8_t { answered = 1, closed = 2 } how = How::answered;
    friend bool operator==(const Handled&, const Handled&) = default;
};

// What a member did that is not a record of the centre by itself, for the leader to see. Where it was done is
// said by the notebook's own records, to its owner.
enum class Deed : std::uint8_t {
    new_card = 1,      // let somebody into their notebook with a new card, who knew the code
    recovered = 2,     // used the centre card to let somebody into their notebook
    wrote_pay = 3,     // wrote pay for somebody by the number of their card
    confirmed_pay = 4, // signed pay in somebody's open notebook
    gave_new_code = 5, // gave a colleague a new code
    used_centre_card = 6,
    lifted_wait = 7, // somebody may try a code again before the time is up
    sent_again = 8,  // offered the server once more what it had not taken
    laid_aside = 9,  // let it rest on this kiosk
};
struct Did {
    Deed deed = Deed::new_card;
    friend bool operator==(const Did&, const Did&) = default;
};

// Whether call names open notebooks at the centre's kiosks (sync.md "Sealing"). They do until somebody says
// no.
enum class ByName : bool { no, yes };
// From now on; signed by a leader.
struct OpenByName {
    ByName allowed = ByName::yes;
    friend bool operator==(const OpenByName&, const OpenByName&) = default;
};

// Pay that was kept here, sealed to the inbox, because the notebook's keys were not on this kiosk: now it
// stands in the notebook.
struct Delivered {
    Id kept; // the record in the centre's stream
    friend bool operator==(const Delivered&, const Delivered&) = default;
};

// Written by a newer program: kept aside, never an error.
struct Unknown {
    std::string kind;
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

using Body = std::variant<Made, MemberSet, MemberKey, MemberGone, JobSet, JobGone, Asked, Handled, Did,
                          OpenByName, Delivered, Unknown>;

struct Doing {
    std::optional<base::Date> day; // nothing where the clock could not be trusted (sync.md R10)
    Body body;
    // One more than the largest that its writer had seen (Centre::next_turn): what is newer on one kiosk is
    // newer on all, however many records each has written. None of an older program; at most `last_turn`.
    std::uint64_t turn = 0;
    friend bool operator==(const Doing&, const Doing&) = default;
};

enum class Malformed { not_json, wrong_shape, bad_date, bad_text, bad_id, bad_key, too_long };

// JSON with a "kind". `Unknown` cannot be written (must).
std::string encode(const Doing&);
// Holds every field to its limits. Unknown kinds become `Unknown`; unknown fields are passed over here
// (sync.md R12).
base::Result<Doing, Malformed> decode(std::string_view json);

} // namespace frikort::core::centre
