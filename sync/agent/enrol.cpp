// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/enrol.hpp"

#include "sync/agent/caller.hpp"
#include "sync/agent/memory.hpp"
#include "sync/protocol/enrolment_code.hpp"

namespace frikort::sync::agent {

using core::base::no;
using protocol::Fault;

namespace {

EnrolRefusal refusal_of(const Failure& failure)
{
    if (failure.fault == Fault::unknown_code) return EnrolRefusal::unknown_code;
    if (failure.fault == Fault::used_code) return EnrolRefusal::used_code;
    if (failure.fault == Fault::other_centre) return EnrolRefusal::other_centre;
    switch (failure.end) {
    case End::turned_away:
        return EnrolRefusal::turned_away;
    case End::busy:
        return EnrolRefusal::busy;
    case End::too_old:
        return EnrolRefusal::too_old;
    case End::no_server:
    case End::stopped:
        return EnrolRefusal::no_server;
    default:
        return EnrolRefusal::not_understood;
    }
}

} // namespace

core::base::Result<Place, EnrolRefusal> enrol(core::store::Store& store, Transport& transport,
                                              const core::sealing::SigningKey& device, std::string_view typed)
{
    const auto code = protocol::EnrolmentCode::read(typed);
    if (!code) return no(EnrolRefusal::not_a_code);

    Caller caller{store, transport, device};
    const auto body =
        caller.ask(protocol::enrol_path, encode(protocol::EnrolRequest{code->letters(), device.open()}));
    if (!body) return no(refusal_of(body.error()));
    const auto answer = protocol::decode_enrol_answer(*body);
    if (!answer) return no(EnrolRefusal::not_understood);

    const Place place{answer->centre, answer->centre_stream};
    const auto work = store.begin();
    Memory memory{*work};
    memory.keep_centre(place);
    memory.hear(answer->state);
    memory.keep_trouble(std::nullopt);
    work->commit();
    return place;
}

} // namespace frikort::sync::agent
