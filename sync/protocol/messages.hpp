// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/records/record.hpp"
#include "core/sealing/keys.hpp"
#include "sync/protocol/envelope.hpp"
#include "sync/protocol/limits.hpp"
#include "sync/protocol/names.hpp"

namespace frikort::sync::protocol {

// The messages, as values. `encode` makes a whole body; `decode_…` takes one and refuses it as a whole.
// Fields nobody here knows are passed over. Source: PROTOCOL.md.

using core::base::Bytes;
using core::base::BytesView;
using core::base::Result;
using core::records::StreamId;

struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

// Where the server was when it answered: how far it had counted, and the mark of all it had taken until then.
using Mark = core::base::Name<struct MarkTag, 16>;
struct Past {
    std::uint64_t counter = 0;
    Mark mark{};
    friend bool operator==(const Past&, const Past&) = default;
};

// In every answer to a kiosk the server knows (R6).
struct State {
    std::string epoch;
    std::uint64_t counter = 0;
    std::uint64_t highest = 0; // number held from this device
    std::vector<Range> lacks;  // numbers below it that are not held
    std::chrono::sys_seconds time{};
    Limits limits;
    std::optional<Mark> mark{}; // at `counter`; not of a server of protocol 1
    bool other_past = false;    // what the request says of the server's past was never so
    friend bool operator==(const State&, const State&) = default;
};

// "What is there for me since I last heard everything?" The first message of a round.
struct NewsRequest {
    std::uint64_t since = 0;
    // Notebooks that were opened here since this was asked last: the centre goes on following them (R7).
    std::vector<StreamId> opened{};
    // How the kiosk is, for those who run the server.
    struct Told {
        std::uint64_t waiting = 0;
        std::uint64_t refused = 0;
        std::uint64_t differing = 0; // streams whose checksums differed at the last check (R15)
    };
    std::optional<Told> told{};
    std::optional<Past> past{}; // of the server, as it was in its last answer (R6); so in all that follow
    // The root of the centre's keys, once they are here: for the office to compare.
    std::optional<core::sealing::SignPublic> root{};
    // To which key the server's half of the pepper is to be sealed: made for this request alone.
    std::optional<core::sealing::BoxPublic> half_to{};
    // Notebooks in which something was written for the centre's staff: the centre follows them (R7).
    std::vector<StreamId> shared{};
};
struct Position {
    StreamId stream;
    std::uint64_t counter = 0;
    std::optional<core::base::Hash> sum{}; // records::Sum of the whole stream up to there (R15)
    // In news, of a notebook the centre follows: when it was opened or shared there last (R7).
    std::optional<std::chrono::sys_seconds> opened{};
    friend bool operator==(const Position&, const Position&) = default;
};
struct NewsAnswer {
    State state;
    std::vector<Position> streams; // with their newest counter, lowest first
    std::uint64_t upto = 0;        // what to ask from next time, once all of these are pulled
    bool more = false;             // ask again at once
    // Up to which counter everything lies in a verified backup: copies of it may go (R5). 0: nothing.
    std::uint64_t backed_up = 0;
    // Whether the office has compared the centre's keys with its leader; and if not, what the kiosk gets.
    enum class Compared { yes, not_and_served, not_and_national_only } compared = Compared::yes;
    // While it is national only: another kiosk of this centre told its keys, so it was set up elsewhere.
    bool begun = false;
    // Halves of the pepper, each sealed to `half_to`: of this device, then of those it was before. None of a
    // server that keeps none.
    std::vector<Bytes> halves{};
    // What the request named as shared was seen to. Not of a server that knows nothing of it.
    bool shared = false;
    // Which devices this kiosk was before it was enrolled anew, the latest first (R13).
    std::vector<core::records::DeviceId> formers{};
};
// So many names a kiosk may have borne before and still hear of what it wrote under them; and so many halves
// it gets, its own among them.
inline constexpr std::size_t most_formers = 8;
inline constexpr std::size_t most_halves = 8;

struct PullRequest {
    std::vector<Position> after;
    enum class Own { skip, send } own = Own::skip; // the asking device's own records
    enum class Sums : bool { no, yes } sums = Sums::no;
    std::optional<Past> past{};
};
struct PullAnswer {
    State state;
    std::vector<Position> upto; // one cursor for each stream that was read to here
    bool more = false;          // some of the streams have more
    std::vector<Bytes> records;
};

struct PushRequest {
    std::vector<Bytes> records; // in the order in which they were written
    std::vector<Bytes> stubs{}; // HeaderOnly, of records that were refused
    std::vector<Bytes> forks{}; // of the device this one was before (R13)
    // That others wrote: erasures of whole notebooks (R17), and what a device cannot give back that is heard no
    // more (R15).
    // `erasures` on the way: once they were all there was.
    std::vector<Bytes> of_others{};
    std::optional<Past> past{};

    std::size_t size() const { return records.size() + stubs.size() + forks.size() + of_others.size(); }
};
struct Verdict {
    enum class Kind { accepted, duplicate, rejected, erased, later } kind = Kind::later;
    std::string reason; // a word of PROTOCOL.md: always of a rejection
    friend bool operator==(const Verdict&, const Verdict&) = default;
};
struct PushAnswer {
    State state;
    std::vector<Verdict> verdicts; // of the records, the stubs, the forks, those of others
};

struct EnrolRequest {
    std::string code; // 16 letters
    core::sealing::SignPublic key;
    // Which device this kiosk was, and that key's signature over `before_words` (R13).
    struct Before {
        core::sealing::SignPublic key;
        core::sealing::Signature signature;
    };
    std::optional<Before> before{};
};
// What the old key signs for the new one.
Bytes before_words(const core::sealing::SignPublic& new_key);
struct EnrolAnswer {
    State state;
    std::string centre;
    StreamId centre_stream;
};

// "Here is a card, and that its code was right: let this centre have the notebook" (R7).
struct FollowRequest {
    core::base::Hash card;  // sealing::card_lookup of its number
    core::base::Hash proof; // sealing::stretch_card
    std::optional<Past> past{};
};
struct FollowAnswer {
    State state;
    std::vector<StreamId> streams; // at least one: what this kiosk may pull from now on
};

// Instead of an answer.
struct Refused {
    Fault fault = Fault::unknown;
    std::optional<std::uint64_t> request{}; // behind: the server's counter of this kiosk's requests
    std::optional<std::uint64_t> seconds{}; // wait, wrong_proof: how long nothing is looked at
    std::optional<std::uint64_t> tries{};   // wrong_proof: left before one must wait
};

Bytes encode(const NewsRequest&);
Bytes encode(const NewsAnswer&);
Bytes encode(const PullRequest&);
Bytes encode(const PullAnswer&);
Bytes encode(const PushRequest&);
Bytes encode(const PushAnswer&);
Bytes encode(const EnrolRequest&);
Bytes encode(const EnrolAnswer&);
Bytes encode(const FollowRequest&);
Bytes encode(const FollowAnswer&);
Bytes encode(const Refused&);

Result<NewsRequest, Malformed> decode_news_request(BytesView);
Result<NewsAnswer, Malformed> decode_news_answer(BytesView);
Result<PullRequest, Malformed> decode_pull_request(BytesView);
Result<PullAnswer, Malformed> decode_pull_answer(BytesView);
Result<PushRequest, Malformed> decode_push_request(BytesView);
Result<PushAnswer, Malformed> decode_push_answer(BytesView);
Result<EnrolRequest, Malformed> decode_enrol_request(BytesView);
Result<EnrolAnswer, Malformed> decode_enrol_answer(BytesView);
Result<FollowRequest, Malformed> decode_follow_request(BytesView);
Result<FollowAnswer, Malformed> decode_follow_answer(BytesView);
Result<Refused, Malformed> decode_refused(BytesView);

} // namespace frikort::sync::protocol
