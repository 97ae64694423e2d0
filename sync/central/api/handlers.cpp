// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/handlers.hpp"

#include <algorithm>

#include "sync/central/api/comparing.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/central/api/halves.hpp"
#include "sync/central/api/intake.hpp"
#include "sync/central/api/streams.hpp"

namespace frikort::sync::central::api {

using core::base::BytesView;
using core::base::no;
using core::base::Result;
using core::store::Kiosk;
using core::store::Seconds;
using protocol::Fault;
using protocol::Unproved;

Result<Kiosk, Refusal> recognise(core::store::CentralWork& work, const Unproved& claim, Seconds now)
{
    auto kiosk = work.kiosks().find(claim.device);
    if (!kiosk) return no(Refusal{Fault::unknown_kiosk, {}});
    if (kiosk->revoked) return no(Refusal{Fault::revoked, {}});
    if (kiosk->frozen) return no(Refusal{Fault::frozen, {}});
    if (work.kiosks().advance(claim.device, claim.counter, now) == core::store::Kiosks::Counter::behind) {
        return no(Refusal{Fault::behind, kiosk->request});
    }
    return std::move(*kiosk);
}

namespace {

// What a request says beside asking: what the log is to say of it once it is committed, and whether what it
// shared was seen to.
struct Heard {
    std::optional<Event> event;
    bool shared = false;
};
Heard hear(core::store::CentralWork& work, const Kiosk& kiosk, const protocol::NewsRequest& asked,
           Seconds now, core::base::Chance& chance)
{
    if (asked.half_to) make_half(work, kiosk.device, chance);
    const auto told = asked.told.value_or(protocol::NewsRequest::Told{});
    const Kiosk::Told now_told{told.waiting, told.refused, told.differing};
    if (asked.told && now_told != kiosk.told) work.kiosks().note(kiosk.device, now_told);
    for (const auto& notebook : asked.opened) {
        const auto opened = work.follows().opened(kiosk.centre, notebook);
        if (opened && !is_dated(opened, now)) work.follows().follow(kiosk.centre, notebook, now);
    }
    const bool alarm = asked.root && hear_root(work, kiosk, *asked.root) == Telling::alarm;
    const bool shares =
        !alarm && !asked.shared.empty() && compared_for(work, kiosk) != Compared::not_and_national_only;
    if (shares) share(work, kiosk, asked.shared, now);
    return {alarm ? std::optional{Event::other_root} : std::nullopt, shares};
}
Heard hear(core::store::CentralWork&, const Kiosk&, const protocol::PullRequest&, Seconds,
           core::base::Chance&)
{
    return {};
}

// A kiosk says it until it was heard, and then no more; or what it said first holds (its root). All else it
// tells again with every request, and of its counter it has a higher one: a power cut may forget that, and no
// disk is waited for.
bool must_last(const Kiosk& kiosk, const protocol::NewsRequest& asked)
{
    const auto root = asked.root ? core::store::CentreRoot::from(asked.root->view()) : std::nullopt;
    const bool says_another = root && root != kiosk.root && root != kiosk.other_root;
    return says_another || asked.half_to || !asked.opened.empty() || !asked.shared.empty();
}
bool must_last(const Kiosk&, const protocol::PullRequest&) { return false; }

void count(Journal& journal, const std::vector<protocol::Verdict>& verdicts, std::uint64_t quarantined)
{
    using Kind = protocol::Verdict::Kind;
    const auto in = [&](Kind kind) {
        return static_cast<std::uint64_t>(
            std::count_if(verdicts.begin(), verdicts.end(),
                          [&](const protocol::Verdict& verdict) { return verdict.kind == kind; }));
    };
    journal.add(Tally::records_accepted, in(Kind::accepted));
    journal.add(Tally::records_duplicate, in(Kind::duplicate));
    journal.add(Tally::records_rejected, in(Kind::rejected));
    journal.add(Tally::records_quarantined, quarantined);
    journal.add(Tally::records_erased, in(Kind::erased));
    journal.add(Tally::records_later, in(Kind::later));
}

// A kiosk reads: its request is noted first, then it looks at what does not move.
template <class Request, class Read>
Done read_for(const Workplace& place, const Unproved& claim, const Request& request, Read read)
{
    const auto now = place.clock.now();
    auto work = place.store.begin_forgettable();
    auto kiosk = recognise(*work, claim, now);
    if (kiosk && must_last(*kiosk, request)) {
        work.reset();
        work = place.store.begin();
        kiosk = recognise(*work, claim, now);
    }
    if (!kiosk) return no(kiosk.error());
    const auto heard = hear(*work, *kiosk, request, now, place.chance);
    work->commit();
    work.reset();
    if (heard.event) place.journal.note(*heard.event, kiosk->device);
    const auto look = place.store.look();
    const auto as_noted = heard.event ? look->kiosks().find(kiosk->device) : std::nullopt;
    return say(read(heard, *look, as_noted ? *as_noted : *kiosk, request, place.limits, now));
}

} // namespace

Done enrolled(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_enrol_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    // Who guesses does not stand in the line of those who write.
    const auto now = place.clock.now();
    if (const auto code = looked_up(*place.store.look(), *asked, claim, now); !code) return no(code.error());
    const auto work = place.store.begin();
    const auto answer = enrol(*work, *asked, claim, place.limits, now);
    if (!answer) return no(answer.error());
    make_half(*work, claim.device, place.chance);
    work->commit();
    place.journal.note(Event::enrolled, claim.device);
    return say(*answer);
}

Done told(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_news_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    const auto read = [&](const Heard& heard, const auto& look, const Kiosk& kiosk, const auto&... what) {
        auto answer = news(look, kiosk, what...);
        answer.shared = heard.shared;
        if (asked->half_to) answer.halves = sealed_halves(look, kiosk, *asked->half_to, place.chance);
        return answer;
    };
    return read_for(place, claim, *asked, read);
}

Done pulled(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_pull_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    return read_for(place, claim, *asked, [&](const Heard&, const auto&... what) {
        auto answer = pull(what...);
        place.journal.add(Tally::records_sent, answer.records.size());
        return answer;
    });
}

// The request's counter and all it brings are one transaction: what is acknowledged is durable (R4).
Done pushed(const Workplace& place, const Unproved& claim, BytesView body)
{
    const auto asked = protocol::decode_push_request(body);
    if (!asked) return no(Refusal{fault_of(asked.error()), {}});
    if (asked->size() > place.limits.push_records) return no(Refusal{Fault::too_large, {}});
    const auto now = place.clock.now();
    const auto work = place.store.begin();
    const auto kiosk = recognise(*work, claim, now);
    if (!kiosk) return no(kiosk.error());
    auto intake = take_in(*work, *kiosk, *asked);
    if (intake.quarantined > 0) work->kiosks().freeze(kiosk->device, now); // from its next request on (R13)
    const protocol::PushAnswer answer{state(*work, kiosk->device, asked->past, place.limits, now),
                                      std::move(intake.verdicts)};
    work->commit();
    place.quota.brought(kiosk->device, intake.new_bytes, now);
    count(place.journal, answer.verdicts, intake.quarantined);
    if (intake.refused > 0) place.journal.note(Event::records_refused, kiosk->device, intake.refused);
    if (intake.quarantined > 0) {
        place.journal.note(Event::quarantined, kiosk->device, intake.quarantined);
        place.journal.note(Event::frozen, kiosk->device);
    }
    return say(answer);
}

} // namespace frikort::sync::central::api
