// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/enrol.hpp"

#include "core/actions/centre_root.hpp"
#include "core/actions/lost_name.hpp"
#include "core/actions/server_half.hpp"
#include "sync/agent/caller.hpp"
#include "sync/agent/memory.hpp"
#include "sync/protocol/invitation.hpp"

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

core::base::Result<protocol::Invitation, EnrolRefusal> read(core::store::Store& store, std::string_view typed)
{
    auto invitation = protocol::Invitation::read(typed);
    if (!invitation) return no(EnrolRefusal::not_a_code);
    const auto work = store.begin();
    if (invitation->centre && core::actions::is_other_than_here(*work, *invitation->centre))
        return no(EnrolRefusal::other_keys);
    return std::move(*invitation);
}

// The server took this kiosk in.
struct Taken {
    protocol::Invitation invitation;
    protocol::EnrolAnswer answer;
};
using Before = protocol::EnrolRequest::Before;
core::base::Result<Taken, EnrolRefusal> ask(core::store::Store& store, Transport& transport,
                                            const core::sealing::SigningKey& device, std::string_view typed,
                                            std::optional<Before> before)
{
    auto invitation = read(store, typed);
    if (!invitation) return no(invitation.error());
    Caller caller{store, transport, device};
    const protocol::EnrolRequest request{invitation->code.letters(), device.open(), std::move(before)};
    const auto body = caller.ask(protocol::enrol_path, encode(request));
    if (!body) return no(refusal_of(body.error()));
    auto answer = protocol::decode_enrol_answer(*body);
    if (!answer) return no(EnrolRefusal::not_understood);
    return Taken{std::move(*invitation), std::move(*answer)};
}

Place keep(core::store::Work& work, const Taken& taken)
{
    const auto& [invitation, answer] = taken;
    const Place place{answer.centre, answer.centre_stream};
    Memory memory{work};
    memory.keep_centre(place);
    if (!memory.past()) memory.hear(answer.state); // else the next answer shows whether that is still true
    memory.keep_trouble(std::nullopt);
    if (invitation.centre) core::actions::expect_centre(work, *invitation.centre);
    return place;
}

// What the old key signed for this one, kept: a server that was restored from before has to be shown it
// again.
constexpr const char* proof_fact = "sync.before_proof";

void keep_proof(core::store::Work& work, const Before& before)
{
    work.facts().set(proof_fact, before.key.hex() + before.signature.hex());
}

std::optional<Before> kept_proof(core::store::Store& store, const core::sealing::SigningKey& device)
{
    const auto kept = store.begin()->facts().get(proof_fact).value_or("");
    constexpr auto key_letters = core::sealing::SignPublic::size * 2;
    if (kept.size() <= key_letters) return std::nullopt;
    const auto key = core::sealing::SignPublic::from_hex(kept.substr(0, key_letters));
    const auto signature = core::sealing::Signature::from_hex(kept.substr(key_letters));
    const bool holds =
        key && signature && core::sealing::verified(*key, protocol::before_words(device.open()), *signature);
    return holds ? std::optional{Before{*key, *signature}} : std::nullopt;
}

// What was written under the old name waits for staff, and everything is asked for anew.
Place begin_anew(core::store::Work& work, const core::records::DeviceId& old, const Taken& taken)
{
    work.outbox().fork_off(old, core::store::fork_word);
    Memory memory{work};
    memory.forget_pages();
    memory.keep_stubs(0);
    memory.begin_device(old);
    return keep(work, taken);
}

} // namespace

bool must_be_anew(EnrolRefusal refusal, Another name)
{
    return refusal == EnrolRefusal::turned_away ||
           (name == Another::begun && refusal == EnrolRefusal::used_code);
}

core::base::Result<Place, EnrolRefusal> enrol(core::store::Store& store, Transport& transport,
                                              const core::sealing::SigningKey& device, std::string_view typed)
{
    const auto proof = kept_proof(store, device);
    auto taken = ask(store, transport, device, typed, proof);
    if (!taken && proof &&
        taken.error() == EnrolRefusal::turned_away) // its old name is well there, or unknown
        taken = ask(store, transport, device, typed, std::nullopt);
    if (!taken) return no(taken.error());
    const auto work = store.begin();
    const auto place = keep(*work, *taken);
    work->commit();
    return place;
}

core::base::Result<Place, EnrolRefusal> enrol_anew(core::store::Store& store, Transport& transport,
                                                   const core::sealing::SigningKey& device,
                                                   const core::sealing::SigningKey& before,
                                                   std::string_view typed)
{
    const auto words = protocol::before_words(device.open());
    const Before proof{before.open(), before.sign(words)};
    const auto taken = ask(store, transport, device, typed, proof);
    if (!taken) return no(taken.error());
    const auto work = store.begin();
    const auto place = begin_anew(*work, core::sealing::device_of(before.open()), *taken);
    keep_proof(*work, proof);
    work->commit();
    return place;
}

core::base::Result<Place, EnrolRefusal> enrol_again(core::store::Store& store, Transport& transport,
                                                    const core::sealing::SigningKey& device,
                                                    const core::records::DeviceId& lost,
                                                    std::string_view typed)
{
    const auto taken = ask(store, transport, device, typed, std::nullopt);
    if (!taken) return no(taken.error());
    const auto work = store.begin();
    const auto place = begin_anew(*work, lost, *taken);
    core::actions::end_lost_name(*work);
    core::actions::expect_any_half(*work);
    work->commit();
    return place;
}

} // namespace frikort::sync::agent
