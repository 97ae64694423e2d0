// SPDX-License-Identifier: MPL-2.0
#include <algorithm>

#include "core/people/lockout.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/central/api/comparing.hpp"
#include "sync/central/api/handlers.hpp"
#include "sync/central/api/opened_by.hpp"
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

// Behind a card: notebooks it opens, and those of which one must wait before the next try.
struct Behind {
    std::vector<Opened> open;
    std::vector<StreamId> waiting;
    bool is_nothing() const { return open.empty() && waiting.empty(); }
};

seconds left(const Follows::Tries& tries, Seconds now)
{
    return std::clamp(tries.until - now, seconds{0}, server_lockout.wait_after(tries.wrong));
}

// Keys are not held against one another for a try that would not be heard.
Behind behind(const CentralWork& work, const Hash& card, Seconds now)
{
    Behind found;
    for (const auto& stream : work.follows().with_card(card)) {
        if (left(work.follows().tries(counted_under(card, stream)), now) > seconds{0}) {
            found.waiting.push_back(stream);
            continue;
        }
        const auto open = opened_by(work, card, stream);
        found.open.insert(found.open.end(), open.begin(), open.end());
    }
    return found;
}

// However the clock was moved, nobody waits longer than the wrong tries ask for.
seconds left(CentralWork& work, const Hash& counted, Seconds now)
{
    const auto tries = work.follows().tries(counted);
    const auto longest = server_lockout.wait_after(tries.wrong);
    if (tries.until - now > longest) work.follows().keep_tries(counted, {tries.wrong, now + longest});
    return left(tries, now);
}

// Those that may be tried now; each try is written down before it is looked at. The wait is for the rest.
struct Tried {
    std::vector<Opened> some;
    std::uint32_t most_wrong = 0; // of any of them, with this try
    seconds wait{0};
};
bool note_try(CentralWork& work, const Hash& counted, Seconds now, Tried& tried)
{
    const auto wait = left(work, counted, now);
    tried.wait = std::max(tried.wait, wait);
    if (wait > seconds{0}) return false;
    const auto wrong = work.follows().tries(counted).wrong + 1;
    work.follows().keep_tries(counted, {wrong, now + server_lockout.wait_after(wrong)});
    tried.most_wrong = std::max(tried.most_wrong, wrong);
    return true;
}
Tried tried(CentralWork& work, const Hash& card, const Behind& behind, Seconds now)
{
    Tried tried;
    for (const auto& stream : behind.waiting)
        tried.wait = std::max({tried.wait, seconds{1}, left(work, counted_under(card, stream), now)});
    const StreamId* last = nullptr; // a notebook's slots stand together, and are one try
    bool is_tried = false;
    for (const auto& one : behind.open) {
        if (last == nullptr || *last != one.stream) {
            is_tried = note_try(work, counted_under(card, one.stream), now, tried);
            last = &one.stream;
        }
        if (is_tried) tried.some.push_back(one);
    }
    return tried;
}

// Since it was recognised others wrote.
std::optional<Refusal> refusal_now(const CentralWork& work, const core::records::DeviceId& device)
{
    const auto kiosk = work.kiosks().find(device);
    if (!kiosk || kiosk->revoked) return Refusal{Fault::revoked};
    if (kiosk->frozen) return Refusal{Fault::frozen};
    return std::nullopt;
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
    const auto behind_it = behind(*place.store.look(), asked->card, now); // before others wait for it
    auto work = place.store.begin();
    const auto kiosk = recognise(*work, claim, now);
    if (!kiosk) return no(kiosk.error());
    if (compared_for(*work, *kiosk) == Compared::not_and_national_only) {
        work->commit();
        return no(Refusal{Fault::not_compared});
    }
    const auto at = tried(*work, asked->card, behind_it, now);
    work->commit();
    work.reset();
    if (behind_it.is_nothing()) return no(Refusal{Fault::unknown_card});
    if (at.some.empty()) return no(Refusal{.fault = Fault::wait, .seconds = count(at.wait)});

    std::vector<Opened> proved;
    for (const auto& one : at.some)
        if (core::sealing::proves(asked->proof.view(), one.verifier)) proved.push_back(one);
    if (proved.empty())
        return no(Refusal{.fault = Fault::wrong_proof,
                          .seconds = count(server_lockout.wait_after(at.most_wrong)),
                          .tries = server_lockout.left_after(at.most_wrong)});
    // Whoever proves one notebook has proved nothing of another behind the same card: anybody can put his own
    // there, and what was wrong for another stays counted.
    work = place.store.begin();
    if (const auto refusal = refusal_now(*work, kiosk->device)) return no(*refusal);
    std::vector<StreamId> notebooks;
    for (const auto& one : proved) {
        const bool is_named = !notebooks.empty() && notebooks.back() == one.stream;
        if (is_named || !still_opens(*work, asked->card, one)) continue;
        work->follows().keep_tries(counted_under(asked->card, one.stream), {});
        work->follows().follow(kiosk->centre, one.stream, now);
        notebooks.push_back(one.stream);
    }
    if (notebooks.empty()) return no(Refusal{Fault::unknown_card});
    const auto told = state(*work, kiosk->device, asked->past, place.limits, now);
    work->commit();
    place.journal.add(Tally::cards_followed, 1);
    return say(protocol::FollowAnswer{told, std::move(notebooks)});
}

} // namespace frikort::sync::central::api
