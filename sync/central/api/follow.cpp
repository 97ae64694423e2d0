// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/people/lockout.hpp"
#include "core/sealing/generations.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/central/api/admission.hpp"
#include "sync/central/api/comparing.hpp"
#include "sync/central/api/handlers.hpp"
#include "sync/central/api/streams.hpp"

// A centre asks for a notebook by the proof of its card (R7).
namespace frikort::sync::central::api {

using core::base::BytesView;
using core::base::Hash;
using core::base::no;
using core::people::server_lockout;
using core::records::StreamId;
using core::store::CentralWork;
using core::store::Follows;
using core::store::Seconds;
using protocol::Fault;
using protocol::Unproved;
using std::chrono::seconds;

namespace {

// What a card opens now, and what tells a right proof.
struct Behind {
    StreamId stream;
    Hash verifier;
};

// Cards that a newer one replaced open nothing any more.
void add_open(const CentralWork& work, const Hash& card, const StreamId& stream, std::vector<Behind>& open)
{
    const auto keys = work.stock().keys_of(stream);
    const auto known = core::sealing::decide(stream, generations_in(keys));
    const auto old = core::sealing::replaced(known);
    for (const auto& record : keys) {
        const auto* signer = core::sealing::slot_signer(known, record.header, record.body);
        if (signer == nullptr || std::find(old.begin(), old.end(), signer->link.keys.sign) != old.end())
            continue;
        const auto slot = core::sealing::decode_slot(record.body);
        if (slot->lookup == card && slot->verifier) open.push_back({stream, *slot->verifier});
    }
}

std::vector<Behind> behind(const CentralWork& work, const Hash& card)
{
    std::vector<Behind> open;
    for (const auto& stream : work.follows().with_card(card)) add_open(work, card, stream, open);
    return open;
}

// However the clock was moved, nobody waits longer than the wrong tries ask for.
seconds left(const Follows::Tries& tries, Seconds now)
{
    return std::clamp(tries.until - now, seconds{0}, server_lockout.wait_after(tries.wrong));
}

std::uint64_t count(seconds some) { return static_cast<std::uint64_t>(some.count()); }

} // namespace

Done followed(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_follow_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error())});
    const auto now = place.clock.now();
    auto work = place.store.begin();
    const auto kiosk = recognise(*work, claim, now);
    if (!kiosk) return no(kiosk.error());
    if (compared_for(*work, *kiosk) == Compared::not_and_national_only) {
        work->commit();
        return no(Refusal{Fault::not_compared});
    }
    auto tries = work->follows().tries(asked->card);
    const auto wait = left(tries, now);
    const auto open = wait > seconds{0} ? std::vector<Behind>{} : behind(*work, asked->card);
    if (!open.empty()) { // the try is written down before it is looked at
        const auto until = now + server_lockout.wait_after(++tries.wrong);
        work->follows().keep_tries(asked->card, {tries.wrong, until});
    }
    work->commit();
    work.reset();
    if (wait > seconds{0}) return no(Refusal{.fault = Fault::wait, .seconds = count(wait)});
    if (open.empty()) return no(Refusal{Fault::unknown_card});

    std::vector<StreamId> proved;
    for (const auto& one : open)
        if (core::sealing::proves(asked->proof.view(), one.verifier)) proved.push_back(one.stream);
    if (proved.empty()) {
        return no(Refusal{.fault = Fault::wrong_proof,
                          .seconds = count(server_lockout.wait_after(tries.wrong)),
                          .tries = server_lockout.left_after(tries.wrong)});
    }
    work = place.store.begin();
    work->follows().keep_tries(asked->card, {});
    for (const auto& notebook : proved) work->follows().follow(kiosk->centre, notebook, now);
    const auto told = state(*work, kiosk->device, asked->past, place.limits, now);
    work->commit();
    place.journal.add(Tally::cards_followed, 1);
    return say(protocol::FollowAnswer{told, std::move(proved)});
}

} // namespace frikort::sync::central::api
