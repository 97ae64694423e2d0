// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/desk.hpp"

#include <algorithm>
#include <array>

#include "sync/central/api/enrolment.hpp"
#include "sync/central/api/intake.hpp"
#include "sync/central/api/refusal.hpp"
#include "sync/central/api/streams.hpp"

namespace frikort::sync::central::api {

using core::base::Bytes;
using core::base::BytesView;
using core::base::no;
using core::base::Result;
using core::records::DeviceId;
using core::store::CentralStore;
using core::store::Kiosk;
using core::store::Seconds;
using core::store::StoreFailure;
using protocol::Fault;
using protocol::Limits;

namespace {

constexpr std::size_t largest_enrolment = 4 * 1024;
constexpr std::chrono::seconds breathe{30};

struct RouteRow {
    std::string_view path;
    Route route;
};
constexpr std::array routes{
    RouteRow{protocol::enrol_path, Route::enrol}, RouteRow{protocol::news_path, Route::news},
    RouteRow{protocol::pull_path, Route::pull}, RouteRow{protocol::push_path, Route::push}};

std::size_t largest_body(Route route, const Limits& limits)
{
    switch (route) {
    case Route::enrol:
        return largest_enrolment;
    case Route::push:
        return limits.push_bytes;
    case Route::news:
    case Route::pull:
        break;
    }
    return protocol::envelope_size(protocol::largest_head, 0, 0);
}

Answer say(const Refusal& refusal)
{
    Answer answer{
        protocol::status_of(refusal.fault), encode(protocol::Refused{refusal.fault, refusal.request}), {}};
    if (refusal.fault == Fault::busy) answer.retry_after = breathe;
    return answer;
}

template <class Message>
Answer say(const Message& message)
{
    return {200, encode(message), {}};
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

// The kiosk as it is now; its request is noted in this Work.
Result<Kiosk, Refusal> recognise(core::store::CentralWork& work, const protocol::Unproved& claim, Seconds now)
{
    auto kiosk = work.kiosks().find(claim.device);
    if (!kiosk) return no(Refusal{Fault::unknown_kiosk, {}});
    if (kiosk->revoked) return no(Refusal{Fault::revoked, {}});
    if (work.kiosks().advance(claim.device, claim.counter, now) == core::store::Kiosks::Counter::behind) {
        return no(Refusal{Fault::behind, kiosk->request});
    }
    return std::move(*kiosk);
}

// A kiosk reads: its request is noted first, then it looks at what does not move.
template <class Request, class Read>
auto read_for(CentralStore& store, const protocol::Unproved& claim, const Request& request,
              const Limits& limits, Seconds now, Read read) -> Result<Answer, Refusal>
{
    auto work = store.begin();
    const auto kiosk = recognise(*work, claim, now);
    if (!kiosk) return no(kiosk.error());
    work->commit();
    work.reset();
    return say(read(*store.look(), *kiosk, request, limits, now));
}

Event event_of(Fault fault)
{
    switch (fault) {
    case Fault::signature:
    case Fault::unknown_kiosk:
        return Event::not_signed;
    case Fault::behind:
        return Event::counter_behind;
    case Fault::revoked:
        return Event::revoked_came;
    case Fault::unknown_code:
    case Fault::used_code:
    case Fault::other_centre:
        return Event::enrolment_refused;
    default:
        return Event::malformed;
    }
}

} // namespace

Desk::Desk(CentralStore& store, const Clock& clock, Journal& journal, const Limits& limits)
    : store_{store}, clock_{clock}, journal_{journal}, limits_{limits}
{
}

Answer Desk::refuse(Fault fault, const std::optional<DeviceId>& device) const
{
    journal_.note(event_of(fault), device);
    return say(Refusal{fault, {}});
}

Result<Admitted, Answer> Desk::check(const Head& head) const
{
    if (head.path == protocol::follow_path) return no(refuse(Fault::not_offered, {}));
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
    }
    return Admitted{row->route, std::move(*claim), *head.digest, largest_body(row->route, limits_)};
}

Result<Answer, Refusal> Desk::enrolled(const Admitted& admitted, BytesView body) const
{
    const auto asked = protocol::decode_enrol_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    const auto work = store_.begin();
    const auto answer = enrol(*work, *asked, admitted.claim, limits_, clock_.now());
    if (!answer) return no(answer.error());
    work->commit();
    journal_.note(Event::enrolled, admitted.claim.device);
    return say(*answer);
}

Result<Answer, Refusal> Desk::told(const Admitted& admitted, BytesView body) const
{
    const auto asked = protocol::decode_news_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    return read_for(store_, admitted.claim, *asked, limits_, clock_.now(), news);
}

Result<Answer, Refusal> Desk::pulled(const Admitted& admitted, BytesView body) const
{
    const auto asked = protocol::decode_pull_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    return read_for(store_, admitted.claim, *asked, limits_, clock_.now(), pull);
}

// The request's counter and all it brings are one transaction: what is acknowledged is durable (R4).
Result<Answer, Refusal> Desk::pushed(const Admitted& admitted, BytesView body) const
{
    const auto asked = protocol::decode_push_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    if (asked->records.size() + asked->stubs.size() > limits_.push_records)
        return no(Refusal{Fault::too_large, {}});
    const auto now = clock_.now();
    const auto work = store_.begin();
    const auto kiosk = recognise(*work, admitted.claim, now);
    if (!kiosk) return no(kiosk.error());
    auto intake = take_in(*work, *kiosk, *asked);
    const protocol::PushAnswer answer{state(*work, kiosk->device, limits_, now), std::move(intake.verdicts)};
    work->commit();
    if (intake.refused > 0) journal_.note(Event::records_refused, kiosk->device, intake.refused);
    if (intake.quarantined > 0) journal_.note(Event::quarantined, kiosk->device, intake.quarantined);
    return say(answer);
}

Result<Answer, Refusal> Desk::dispatch(const Admitted& admitted, BytesView body) const
{
    if (body.size() > admitted.largest_body) return no(Refusal{Fault::too_large, {}});
    if (!protocol::matches(admitted.digest, body)) return no(Refusal{Fault::signature, {}});
    switch (admitted.route) {
    case Route::enrol:
        return enrolled(admitted, body);
    case Route::news:
        return told(admitted, body);
    case Route::pull:
        return pulled(admitted, body);
    case Route::push:
        return pushed(admitted, body);
    }
    return no(Refusal{Fault::failed, {}});
}

Result<Admitted, Answer> Desk::admit(const Head& head) const
{
    try {
        return check(head);
    } catch (const StoreFailure& failure) {
        journal_.note(Event::store_failed, {}, static_cast<std::uint64_t>(failure.kind));
        return no(say(Refusal{Fault::failed, {}}));
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
        const bool passes =
            failure.kind == StoreFailure::Kind::in_use || failure.kind == StoreFailure::Kind::full;
        return say(Refusal{passes ? Fault::busy : Fault::failed, {}});
    }
}

Answer Desk::handle(const Head& head, BytesView body) const
{
    const auto admitted = admit(head);
    return admitted ? answer(*admitted, body) : admitted.error();
}

} // namespace frikort::sync::central::api
