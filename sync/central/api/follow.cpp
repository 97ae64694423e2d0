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
    Hash counted; // under what its wrong proofs are
    Follows::Tries tries;
};

// One card of one notebook has few, and those that open are the last: each is held against all keys.
constexpr std::size_t most_slots = 32;

// Cards that a newer one replaced open nothing any more.
void add_open(const CentralWork& work, const Hash& card, const StreamId& stream, std::vector<Behind>& open)
{
    const auto keys = work.stock().keys_of(stream);
    const auto known = core::sealing::decide(stream, generations_in(keys));
    const auto old = core::sealing::replaced(known);
    std::size_t looked_at = 0;
    for (auto record = keys.rbegin(); record != keys.rend() && looked_at < most_slots; ++record) {
        const auto slot = core::sealing::decode_slot(record->body);
        if (!slot || slot->lookup != card || !slot->verifier) continue;
        ++looked_at;
        const auto* signer = core::sealing::slot_signer(known, record->header, record->body);
        if (signer == nullptr || std::find(old.begin(), old.end(), signer->link.keys.sign) != old.end())
            continue;
        open.push_back({stream, *slot->verifier, counted_under(card, stream), {}});
    }
}

std::vector<Behind> behind(const CentralWork& work, const Hash& card)
{
    std::vector<Behind> open;
    for (const auto& stream : work.follows().with_card(card)) add_open(work, card, stream, open);
    return open;
}

// However the clock was moved, nobody waits longer than the wrong tries ask for.
seconds left(CentralWork& work, const Behind& one, Seconds now)
{
    const auto longest = server_lockout.wait_after(one.tries.wrong);
    if (one.tries.until - now > longest)
        work.follows().keep_tries(one.counted, {one.tries.wrong, now + longest});
    return std::clamp(one.tries.until - now, seconds{0}, longest);
}

// Those that may be tried now; each try is written down before it is looked at. The wait is for the rest.
struct Tried {
    std::vector<Behind> some;
    seconds wait{0};
};
Tried tried(CentralWork& work, const std::vector<Behind>& open, Seconds now)
{
    Tried tried;
    for (auto one : open) {
        one.tries = work.follows().tries(one.counted);
        const auto wait = left(work, one, now);
        tried.wait = std::max(tried.wait, wait);
        if (wait > seconds{0}) continue;
        const auto until = now + server_lockout.wait_after(++one.tries.wrong);
        work.follows().keep_tries(one.counted, {one.tries.wrong, until});
        tried.some.push_back(std::move(one));
    }
    return tried;
}

std::uint32_t most_wrong(const std::vector<Behind>& some)
{
    std::uint32_t most = 0;
    for (const auto& one : some) most = std::max(most, one.tries.wrong);
    return most;
}

std::uint64_t count(seconds some) { return static_cast<std::uint64_t>(some.count()); }

} // namespace

Hash counted_under(const Hash& card, const StreamId& notebook)
{
    return core::records::digest(core::base::ByteWriter{}
                                     .sized(core::base::view_of("frikort tries"))
                                     .raw(card.view())
                                     .raw(notebook.bytes())
                                     .take());
}

Done followed(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_follow_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error())});
    const auto now = place.clock.now();
    const auto open = behind(*place.store.look(), asked->card); // before others wait for it
    auto work = place.store.begin();
    const auto kiosk = recognise(*work, claim, now);
    if (!kiosk) return no(kiosk.error());
    if (compared_for(*work, *kiosk) == Compared::not_and_national_only) {
        work->commit();
        return no(Refusal{Fault::not_compared});
    }
    const auto at = tried(*work, open, now);
    work->commit();
    work.reset();
    if (open.empty()) return no(Refusal{Fault::unknown_card});
    if (at.some.empty()) return no(Refusal{.fault = Fault::wait, .seconds = count(at.wait)});

    std::vector<Behind> proved;
    for (const auto& one : at.some)
        if (core::sealing::proves(asked->proof.view(), one.verifier)) proved.push_back(one);
    if (proved.empty()) {
        const auto wrong = most_wrong(at.some);
        return no(Refusal{.fault = Fault::wrong_proof,
                          .seconds = count(server_lockout.wait_after(wrong)),
                          .tries = server_lockout.left_after(wrong)});
    }
    // Whoever proves one notebook has proved nothing of another behind the same card: anybody can put his own
    // there, and what was wrong for another stays counted.
    work = place.store.begin();
    std::vector<StreamId> notebooks;
    for (const auto& one : proved) {
        work->follows().keep_tries(one.counted, {});
        work->follows().follow(kiosk->centre, one.stream, now);
        notebooks.push_back(one.stream);
    }
    const auto told = state(*work, kiosk->device, asked->past, place.limits, now);
    work->commit();
    place.journal.add(Tally::cards_followed, 1);
    return say(protocol::FollowAnswer{told, std::move(notebooks)});
}

} // namespace frikort::sync::central::api
