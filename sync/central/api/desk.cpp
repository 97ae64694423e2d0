// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/desk.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "sync/central/api/handlers.hpp"

namespace frikort::sync::central::api {

using core::base::BytesView;
using core::base::no;
using core::base::Result;
using core::records::DeviceId;
using core::store::CentralStore;
using core::store::StoreFailure;
using protocol::Fault;
using protocol::Limits;

namespace {

constexpr std::size_t largest_enrolment = 4 * 1024; // bytes; a card with its proof too

struct RouteRow {
    std::string_view path;
    Route route;
};
constexpr std::array routes{
    RouteRow{protocol::enrol_path, Route::enrol}, RouteRow{protocol::news_path, Route::news},
    RouteRow{protocol::pull_path, Route::pull}, RouteRow{protocol::push_path, Route::push},
    RouteRow{protocol::follow_path, Route::follow}};

std::size_t largest_body(Route route, const Limits& limits)
{
    switch (route) {
    case Route::enrol:
        return largest_enrolment;
    case Route::push:
        return limits.push_bytes;
    case Route::follow:
        return largest_enrolment;
    case Route::news:
    case Route::pull:
        break;
    }
    return protocol::envelope_size(protocol::largest_head, 0, 0);
}

std::optional<std::string_view> view(const std::optional<std::string>& field)
{
    return field ? std::optional<std::string_view>{*field} : std::nullopt;
}

protocol::Claim claim_of(const Head& head)
{
    return {head.method,        head.path,        head.authority,      view(head.digest),
            view(head.counter), view(head.input), view(head.signature)};
}

// Some failures pass: the kiosk is told to come again.
Fault fault_of(const StoreFailure& failure)
{
    switch (failure.kind) {
    case StoreFailure::Kind::in_use:
    case StoreFailure::Kind::full:
    case StoreFailure::Kind::unreachable:
        return Fault::busy;
    default:
        return Fault::failed;
    }
}

} // namespace

Desk::Desk(CentralStore& store, const Clock& clock, Journal& journal, core::base::Chance& chance,
           const Limits& limits, std::uint64_t bytes_a_day)
    : store_{store}, clock_{clock}, journal_{journal}, chance_{chance}, limits_{limits}, quota_{bytes_a_day}
{
}

Answer Desk::refuse(Fault fault, const std::optional<DeviceId>& device) const
{
    journal_.note(event_of(fault), device);
    return say(Refusal{fault, {}});
}

Result<Admitted, Answer> Desk::check(const Head& head) const
{
    const auto* row =
        std::find_if(routes.begin(), routes.end(), [&](const auto& r) { return r.path == head.path; });
    if (row == routes.end()) return no(Answer{404, encode(protocol::Refused{Fault::malformed, {}}), {}});
    if (head.method != "POST") return no(Answer{405, encode(protocol::Refused{Fault::malformed, {}}), {}});
    if (head.content_type != protocol::content_type) {
        return no(Answer{415, encode(protocol::Refused{Fault::malformed, {}}), {}});
    }

    auto claim = protocol::read(claim_of(head));
    if (!claim) return no(refuse(Fault::signature, {}));
    if (row->route != Route::enrol) {
        const auto kiosk = store_.look()->kiosks().find(claim->device);
        if (!kiosk) return no(refuse(Fault::unknown_kiosk, claim->device));
        const auto key = core::sealing::SignPublic::from(kiosk->key.view());
        if (!protocol::proved(*claim, *key)) return no(refuse(Fault::signature, claim->device));
        if (kiosk->revoked) return no(refuse(Fault::revoked, claim->device));
        if (kiosk->frozen) return no(refuse(Fault::frozen, claim->device));
        // A request that was heard before is not worth its body; the handler looks again, and notes it.
        if (claim->counter <= kiosk->request) {
            journal_.note(event_of(Fault::behind), claim->device);
            return no(say(Refusal{Fault::behind, kiosk->request}));
        }
        const auto wait = row->route == Route::push ? quota_.wait(claim->device, clock_.now()) : std::nullopt;
        if (wait) {
            journal_.note(event_of(Fault::busy), claim->device);
            return no(say(Refusal{.fault = Fault::busy, .retry_after = wait}));
        }
    }
    return Admitted{row->route, std::move(*claim), *head.digest, largest_body(row->route, limits_)};
}

Result<Answer, Refusal> Desk::dispatch(const Admitted& admitted, BytesView body) const
{
    if (body.size() > admitted.largest_body) return no(Refusal{Fault::too_large, {}});
    if (!protocol::matches(admitted.digest, body)) return no(Refusal{Fault::signature, {}});
    const Workplace place{store_, clock_, journal_, limits_, chance_, quota_};
    switch (admitted.route) {
    case Route::enrol:
        return enrolled(place, admitted.claim, body);
    case Route::news:
        return told(place, admitted.claim, body);
    case Route::pull:
        return pulled(place, admitted.claim, body);
    case Route::push:
        return pushed(place, admitted.claim, body);
    case Route::follow:
        return followed(place, admitted.claim, body);
    }
    return no(Refusal{Fault::failed, {}});
}

Result<Admitted, Answer> Desk::admit(const Head& head) const
{
    try {
        return check(head);
    } catch (const StoreFailure& failure) {
        journal_.note(Event::store_failed, {}, static_cast<std::uint64_t>(failure.kind));
        return no(say(Refusal{fault_of(failure), {}}));
    }
}

Answer Desk::answer(const Admitted& admitted, BytesView body) const
{
    try {
        auto done = dispatch(admitted, body);
        if (done) return std::move(*done);
        journal_.note(event_of(done.error().fault), admitted.claim.device);
        return say(done.error());
    } catch (const StoreFailure& failure) {
        journal_.note(Event::store_failed, admitted.claim.device, static_cast<std::uint64_t>(failure.kind));
        return say(Refusal{fault_of(failure), {}});
    } catch (const std::length_error&) { // what was asked for is too much for one answer
        journal_.note(event_of(Fault::failed), admitted.claim.device);
        return say(Refusal{Fault::failed, {}});
    }
}

Answer Desk::handle(const Head& head, BytesView body) const
{
    const auto admitted = admit(head);
    return admitted ? answer(*admitted, body) : admitted.error();
}

} // namespace frikort::sync::central::api
