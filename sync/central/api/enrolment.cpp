// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/enrolment.hpp"

#include "core/base/text.hpp"
#include "core/people/cpr.hpp"
#include "sync/central/api/streams.hpp"

namespace frikort::sync::central::api {

using core::base::no;
using core::base::Result;
using core::records::StreamId;
using core::records::StreamKind;
using core::store::CentralWork;
using core::store::Centre;
using core::store::Kiosk;
using core::store::Seconds;
using protocol::EnrolAnswer;
using protocol::Fault;

namespace {

constexpr std::size_t longest_name = 80; // letters; their bytes fit into protocol::longest_text

Centre found_centre(CentralWork& work, const std::string& name, core::base::Chance& chance)
{
    if (const auto known = work.centres().named(name)) return *known;
    const Centre centre{StreamId{StreamKind::centre, chance.name<core::base::Hash>()}, name};
    work.centres().add(centre);
    return centre;
}

// A kiosk that was enrolled already: nothing changes but its request counter.
std::optional<Refusal> welcome_back(CentralWork& work, const Kiosk& kiosk, const StreamId& centre,
                                    const protocol::Unproved& claim, Seconds now)
{
    if (kiosk.revoked) return Refusal{Fault::revoked, {}};
    if (kiosk.centre != centre) return Refusal{Fault::other_centre, {}};
    if (work.kiosks().advance(kiosk.device, claim.counter, now) == core::store::Kiosks::Counter::behind) {
        return Refusal{Fault::behind, kiosk.request};
    }
    return std::nullopt;
}

// A kiosk that gives up its old name, and shows that it has the key (R13). Where a server that was restored
// knows nothing of why, that name is frozen now.
Result<core::records::DeviceId, Refusal> take_leave(CentralWork& work, const protocol::EnrolRequest& asked,
                                                    const StreamId& centre, Seconds now)
{
    const auto& [key, signature] = *asked.before;
    const auto name = core::sealing::device_of(key);
    const auto old = work.kiosks().find(name);
    const bool may = key != asked.key && (!old || old->centre == centre) &&
                     core::sealing::verified(key, protocol::before_words(asked.key), signature);
    if (!may) return no(Refusal{Fault::signature, {}});
    if (!old) work.kiosks().add({name, *core::store::DeviceKey::from(key.view()), centre, now, 0, now});
    if (!old || (!old->frozen && !old->revoked)) work.kiosks().freeze(name, now);
    return name;
}

std::optional<Refusal> welcome(CentralWork& work, const protocol::EnrolRequest& asked, const StreamId& centre,
                               const protocol::Unproved& claim, Seconds now)
{
    std::optional<core::records::DeviceId> before;
    if (asked.before) {
        const auto old = take_leave(work, asked, centre, now);
        if (!old) return old.error();
        before = *old;
    }
    const auto key = core::store::DeviceKey::from(asked.key.view());
    work.kiosks().add(
        {claim.device, *key, centre, now, claim.counter, now, std::nullopt, std::nullopt, before});
    return std::nullopt;
}

} // namespace

Result<protocol::EnrolmentCode, NameRefusal>
issue_code(core::store::CentralStore& store, std::string_view centre, Seconds now, core::base::Chance& chance)
{
    if (!core::base::is_plain_text(centre)) return no(NameRefusal::not_plain);
    const auto name = core::base::tidy(centre);
    if (name.empty()) return no(NameRefusal::empty);
    if (core::base::length(name) > longest_name || name.size() > protocol::longest_text) {
        return no(NameRefusal::too_long);
    }
    if (core::people::looks_like_cpr(name)) return no(NameRefusal::looks_like_cpr);

    const auto code = protocol::EnrolmentCode::random(chance);
    const auto work = store.begin();
    work->codes().add(
        {code.digest(), found_centre(*work, name, chance).stream, now + code_lives, std::nullopt});
    work->commit();
    return code;
}

Result<core::store::Codes::Code, Refusal> looked_up(const CentralWork& look,
                                                    const protocol::EnrolRequest& asked,
                                                    const protocol::Unproved& claim, Seconds now)
{
    const auto device = core::sealing::device_of(asked.key);
    if (claim.device != device || !protocol::proved(claim, asked.key))
        return no(Refusal{Fault::signature, {}});
    const auto typed = protocol::EnrolmentCode::read(asked.code);
    auto code = typed ? look.codes().find(typed->digest()) : std::nullopt;
    if (!code) return no(Refusal{Fault::unknown_code, {}});
    if (code->used_by && *code->used_by != device) return no(Refusal{Fault::used_code, {}});
    const bool lives = code->expires > now && code->expires <= now + code_lives; // no clock's lead adds to it
    if (!code->used_by && !lives) return no(Refusal{Fault::unknown_code, {}});
    return std::move(*code);
}

Result<EnrolAnswer, Refusal> enrol(CentralWork& work, const protocol::EnrolRequest& asked,
                                   const protocol::Unproved& claim, const protocol::Limits& limits,
                                   Seconds now)
{
    const auto device = core::sealing::device_of(asked.key);
    const auto code = looked_up(work, asked, claim, now);
    if (!code) return no(code.error());

    if (const auto known = work.kiosks().find(device)) {
        if (const auto refusal = welcome_back(work, *known, code->centre, claim, now)) return no(*refusal);
    } else if (const auto refusal = welcome(work, asked, code->centre, claim, now)) {
        return no(*refusal);
    }
    if (!code->used_by) work.codes().use(code->digest, device);

    const auto centre = work.centres().find(code->centre);
    return EnrolAnswer{state(work, device, {}, limits, now), centre ? centre->name : std::string{},
                       code->centre};
}

} // namespace frikort::sync::central::api
