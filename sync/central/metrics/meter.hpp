// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/store/store.hpp"
#include "sync/central/api/journal.hpp"
#include "sync/protocol/names.hpp"

namespace frikort::sync::central::metrics {

// By what requests are told apart. `none`: refused before it was looked where to.
enum class Way { none, enrol, news, pull, push, follow, health, other };
inline constexpr std::array all_ways{Way::none, Way::enrol,  Way::news,   Way::pull,
                                     Way::push, Way::follow, Way::health, Way::other};
Way way_of(std::string_view target);
std::string_view word_of(Way);

enum class Outcome { done, refused, busy, failed };
inline constexpr std::array all_outcomes{Outcome::done, Outcome::refused, Outcome::busy, Outcome::failed};
std::string_view word_of(Outcome);

// Why something was not done, as the client was told: the protocol's words, and of `malformed` what HTTP
// says.
struct Reason {
    int status = 0; // 0: of any
    protocol::Fault fault = protocol::Fault::unknown;
    std::string_view word;
};
inline constexpr std::array all_reasons{
    Reason{404, protocol::Fault::malformed, "no_such_path"},
    Reason{405, protocol::Fault::malformed, "other_method"},
    Reason{411, protocol::Fault::malformed, "no_length"},
    Reason{415, protocol::Fault::malformed, "other_content"},
    Reason{417, protocol::Fault::malformed, "expectation"},
    Reason{431, protocol::Fault::malformed, "head_too_large"},
    Reason{0, protocol::Fault::malformed, "malformed"},
    Reason{0, protocol::Fault::protocol, "protocol"},
    Reason{0, protocol::Fault::signature, "signature"},
    Reason{0, protocol::Fault::unknown_kiosk, "unknown_kiosk"},
    Reason{0, protocol::Fault::revoked, "revoked"},
    Reason{0, protocol::Fault::frozen, "frozen"},
    Reason{0, protocol::Fault::behind, "behind"},
    Reason{0, protocol::Fault::unknown_code, "unknown_code"},
    Reason{0, protocol::Fault::used_code, "used_code"},
    Reason{0, protocol::Fault::other_centre, "other_centre"},
    Reason{0, protocol::Fault::unknown_card, "unknown_card"},
    Reason{0, protocol::Fault::wrong_proof, "wrong_proof"},
    Reason{0, protocol::Fault::wait, "wait"},
    Reason{0, protocol::Fault::not_compared, "not_compared"},
    Reason{0, protocol::Fault::too_large, "too_large"},
    Reason{0, protocol::Fault::busy, "busy"},
    Reason{0, protocol::Fault::failed, "failed"},
    Reason{0, protocol::Fault::not_offered, "not_offered"},
    Reason{0, protocol::Fault::unknown, "other"},
};

inline constexpr std::array all_store_failures{
    core::store::StoreFailure::Kind::full,        core::store::StoreFailure::Kind::read_only,
    core::store::StoreFailure::Kind::in_use,      core::store::StoreFailure::Kind::damaged,
    core::store::StoreFailure::Kind::foreign,     core::store::StoreFailure::Kind::newer,
    core::store::StoreFailure::Kind::unreachable, core::store::StoreFailure::Kind::other};
std::string_view word_of(core::store::StoreFailure::Kind);

// How often what happened since the program started. Every set it counts by is closed and stands above: no
// device, centre, name or address can ever become a label. From any thread.
class Meter {
public:
    void note(api::Event, std::uint64_t count);
    void add(api::Tally, std::uint64_t);
    // `fault`: what the answer says, where it is none of 200.
    void answered(Way, int status, std::optional<protocol::Fault> fault);

    std::uint64_t events(api::Event event) const { return events_[place(api::all_events, event)]; }
    std::uint64_t store_failures(core::store::StoreFailure::Kind kind) const
    {
        return store_failures_[place(all_store_failures, kind)];
    }
    std::uint64_t tally(api::Tally tally) const { return tallies_[place(api::all_tallies, tally)]; }
    std::uint64_t requests(Way way, Outcome outcome) const
    {
        return requests_[place(all_ways, way)][place(all_outcomes, outcome)];
    }
    std::uint64_t refusals(std::size_t reason) const { return refusals_[reason]; } // place in all_reasons

private:
    using Count = std::atomic<std::uint64_t>;
    // One more place at the end for what is in no list; it is never shown.
    template <class All>
    using Counts = std::array<Count, std::tuple_size_v<All> + 1>;
    template <class All, class One>
    static std::size_t place(const All& all, One one)
    {
        std::size_t at = 0;
        while (at < all.size() && all[at] != one) ++at;
        return at;
    }

    Counts<decltype(api::all_events)> events_{};
    Counts<decltype(all_store_failures)> store_failures_{};
    Counts<decltype(api::all_tallies)> tallies_{};
    std::array<Counts<decltype(all_outcomes)>, all_ways.size() + 1> requests_{};
    Counts<decltype(all_reasons)> refusals_{};
};

// Counts what is noted, and hands it on.
class MeteredJournal final : public api::Journal {
public:
    MeteredJournal(api::Journal& behind, Meter& meter) : behind_{behind}, meter_{meter} {}
    void note(api::Event event, const std::optional<core::records::DeviceId>& device,
              std::uint64_t count) override
    {
        meter_.note(event, count);
        behind_.note(event, device, count);
    }
    void add(api::Tally tally, std::uint64_t count) override { meter_.add(tally, count); }

private:
    api::Journal& behind_;
    Meter& meter_;
};

} // namespace frikort::sync::central::metrics
