// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/meter.hpp"

namespace frikort::sync::central::metrics {

using core::store::StoreFailure;

Way way_of(std::string_view target)
{
    if (target == protocol::enrol_path) return Way::enrol;
    if (target == protocol::news_path) return Way::news;
    if (target == protocol::pull_path) return Way::pull;
    if (target == protocol::push_path) return Way::push;
    if (target == protocol::follow_path) return Way::follow;
    return target == "/health" ? Way::health : Way::other;
}

std::string_view word_of(Way way)
{
    switch (way) {
    case Way::none:
        return "none";
    case Way::enrol:
        return "enrol";
    case Way::news:
        return "news";
    case Way::pull:
        return "pull";
    case Way::push:
        return "push";
    case Way::follow:
        return "follow";
    case Way::health:
        return "health";
    case Way::other:
        return "other";
    }
    return "other";
}

std::string_view word_of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::done:
        return "done";
    case Outcome::refused:
        return "refused";
    case Outcome::busy:
        return "busy";
    case Outcome::failed:
        return "failed";
    }
    return "failed";
}

std::string_view word_of(StoreFailure::Kind kind)
{
    switch (kind) {
    case StoreFailure::Kind::full:
        return "full";
    case StoreFailure::Kind::read_only:
        return "read_only";
    case StoreFailure::Kind::in_use:
        return "in_use";
    case StoreFailure::Kind::damaged:
        return "damaged";
    case StoreFailure::Kind::foreign:
        return "foreign";
    case StoreFailure::Kind::newer:
        return "newer";
    case StoreFailure::Kind::unreachable:
        return "unreachable";
    case StoreFailure::Kind::other:
        return "other";
    }
    return "other";
}

namespace {

Outcome outcome_of(int status)
{
    if (status == 200) return Outcome::done;
    if (status == 503) return Outcome::busy;
    return status >= 500 ? Outcome::failed : Outcome::refused;
}

std::size_t reason_of(int status, protocol::Fault fault)
{
    std::size_t at = 0;
    for (; at + 1 < all_reasons.size(); ++at) {
        const auto& reason = all_reasons[at];
        if (reason.fault == fault && (reason.status == 0 || reason.status == status)) break;
    }
    return at; // the last is "other"
}

} // namespace

void Meter::note(api::Event event, std::uint64_t count)
{
    ++events_[place(api::all_events, event)];
    if (event == api::Event::store_failed) // whose count is the kind
        ++store_failures_[place(all_store_failures, static_cast<StoreFailure::Kind>(count))];
}

void Meter::add(api::Tally tally, std::uint64_t count) { tallies_[place(api::all_tallies, tally)] += count; }

void Meter::answered(Way way, int status, std::optional<protocol::Fault> fault)
{
    ++requests_[place(all_ways, way)][place(all_outcomes, outcome_of(status))];
    if (status != 200) ++refusals_[reason_of(status, fault.value_or(protocol::Fault::unknown))];
}

} // namespace frikort::sync::central::metrics
