// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/answer.hpp"

namespace frikort::sync::central::api {

using protocol::Fault;

namespace {

constexpr std::chrono::seconds breathe{30};

} // namespace

Answer say(const Refusal& refusal)
{
    Answer answer{protocol::status_of(refusal.fault),
                  encode(protocol::Refused{refusal.fault, refusal.request, refusal.seconds, refusal.tries}),
                  {}};
    if (refusal.fault == Fault::busy) answer.retry_after = refusal.retry_after.value_or(breathe);
    return answer;
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
    case Fault::frozen:
        return Event::frozen_came;
    case Fault::unknown_code:
    case Fault::used_code:
    case Fault::other_centre:
        return Event::enrolment_refused;
    case Fault::unknown_card:
    case Fault::wrong_proof:
    case Fault::wait:
    case Fault::not_compared:
        return Event::card_refused;
    case Fault::busy: // the store's own failures are noted as such
        return Event::brought_too_much;
    default:
        return Event::malformed;
    }
}

} // namespace frikort::sync::central::api
