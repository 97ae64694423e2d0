// SPDX-License-Identifier: MPL-2.0
#include "core/actions/answer.hpp"

#include <algorithm>
#include <array>

#include "core/actions/message_records.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using people::Right;

namespace {

std::vector<support::Conversation> read_by_staff(store::Work& work, const Staff& staff,
                                                 const OurCentre& centre, const records::StreamId& where)
{
    const auto facts =
        messages_in(work, where, centre.now, [&](base::BytesView header, base::BytesView body) {
            return sealing::open_shared(staff.inbox(), header, body);
        });
    return support::conversations(facts);
}

Waiting read_request(store::Work& work, const Staff& staff, const OurCentre& centre,
                     const centre::Request& request)
{
    Waiting waiting{request.id, std::nullopt, request.day, request.unanswered};
    for (auto& one : read_by_staff(work, staff, centre, request.where))
        if (one.request == request.id) waiting.conversation = std::move(one);
    return waiting;
}

struct Open {
    OurCentre centre;
    centre::Request request;
};

base::Result<Open, NotDone> find(store::Work& work, const Kiosk& kiosk, const Staff& staff,
                                 const base::Id& id)
{
    auto centre = allowed(work, kiosk, staff, Right::answer);
    if (!centre) return no(centre.error());
    const auto* known = centre->now.request(id);
    if (known == nullptr) return no(NotDone::unknown);
    const auto request = *known;
    return Open{std::move(*centre), request};
}

void write_handled(store::Work& work, const Kiosk& kiosk, const Staff& staff, const Open& open,
                   const Waiting& seen, centre::Handled::How how, const base::Clock& clock)
{
    auto messages = seen.unanswered;
    messages.resize(std::min(messages.size(), centre::most_messages));
    write_doing(work, kiosk, open.centre, staff.key(), centre::Handled{open.request.id, messages, how},
                clock);
}

// Whether a colleague saw to something of it, before or since.
bool was_first(const Open& open, const Waiting& seen)
{
    const auto& waits = open.request.unanswered;
    return seen.unanswered.empty() ||
           !std::all_of(seen.unanswered.begin(), seen.unanswered.end(), [&](const base::Id& message) {
               return std::find(waits.begin(), waits.end(), message) != waits.end();
           });
}

} // namespace

base::Result<std::vector<Waiting>, NotDone> waiting_requests(store::Store& store, const Kiosk& kiosk,
                                                             const Staff& staff)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::answer);
    if (!centre) return no(centre.error());
    std::vector<Waiting> waiting;
    for (const auto& request : centre->now.requests())
        if (!request.unanswered.empty()) waiting.push_back(read_request(*work, staff, *centre, request));
    return waiting;
}

base::Result<Waiting, NotDone> waiting_request(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                               const base::Id& id)
{
    const auto work = store.begin();
    const auto open = find(*work, kiosk, staff, id);
    if (!open) return no(open.error());
    return read_request(*work, staff, open->centre, open->request);
}

base::Result<base::Id, NotDone> answer_request(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                               const Waiting& seen, std::string_view typed, Although although,
                                               const base::Clock& clock)
{
    const auto id = seen.request;
    auto words = people::free_text(typed, support::longest_words);
    if (!words) return no(NotDone::unfit);
    const auto work = store.begin();
    const auto open = find(*work, kiosk, staff, id);
    if (!open) return no(open.error());
    if (although == Although::nobody_else && was_first(*open, seen)) return no(NotDone::already);
    const auto& where = open->request.where;
    const auto generations = generations_of(*work, where);
    const auto last = last_of(read_by_staff(*work, staff, open->centre, where), id);
    if (generations.newest() == nullptr || !last) return no(NotDone::unknown);

    const auto day = clock.trusted() ? std::optional{clock.today()} : std::nullopt;
    auto plain = support::encode({day, last, support::Answer{id, std::move(*words), staff.name()}});
    const std::array readers{generations.newest()->link.keys.box, open->centre.now.made()->inbox};
    const auto answer = Pen{*work, kiosk, where, generations.newest()->number}.share(
        readers, base::view_of(plain), staff.key());
    sealing::wipe(plain);
    work->shares().note(where);
    write_handled(*work, kiosk, staff, *open, seen, centre::Handled::How::answered, clock);
    work->commit();
    return answer;
}

base::Result<void, NotDone> close_request(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                          const Waiting& seen, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto open = find(*work, kiosk, staff, seen.request);
    if (!open) return no(open.error());
    if (was_first(*open, seen)) return no(NotDone::already);
    write_handled(*work, kiosk, staff, *open, seen, centre::Handled::How::closed, clock);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
