// SPDX-License-Identifier: MPL-2.0
#include "core/actions/messages.hpp"

#include <array>

#include "core/actions/message_records.hpp"
#include "core/actions/new_slots.hpp"
#include "core/actions/our_centre.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "core/base/must.hpp"
#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using records::StreamId;
using sealing::NotebookKeys;

namespace {

base::Result<std::optional<std::string>, NotSent> fit_words(const std::optional<std::string>& typed,
                                                            std::size_t most)
{
    if (!typed) return std::nullopt;
    auto words = people::free_text(*typed, most);
    if (words) return std::optional{std::move(*words)};
    switch (words.error()) {
    case people::Unfit::empty:
        return std::nullopt;
    case people::Unfit::looks_like_cpr:
        return no(NotSent::words_like_cpr);
    default:
        return no(NotSent::bad_words);
    }
}

// Writes the message where it belongs, and tells the centre. `request`: nothing for the first of it.
base::Id send(store::Work& work, const Kiosk& kiosk, const OurCentre& centre, const StreamId& stream,
              const NotebookKeys& keys, const support::Message& message,
              const std::optional<base::Id>& request, const base::Clock& clock)
{
    auto plain = support::encode(message);
    const std::array readers{keys.open().box, centre.now.made()->inbox};
    const auto id = Pen{work, kiosk, stream, keys}.share(readers, base::view_of(plain), keys.signer());
    sealing::wipe(plain);
    work.shares().note(stream);
    write_doing(work, kiosk, centre, kiosk.device_key, centre::Asked{stream, request.value_or(id), id},
                clock);
    return id;
}

std::optional<base::Date> day_of(const base::Clock& clock)
{
    return clock.trusted() ? std::optional{clock.today()} : std::nullopt;
}

} // namespace

base::Result<support::Request, NotSent> fit(support::Request request)
{
    auto words = fit_words(request.words, support::longest_words);
    if (!words) return no(words.error());
    auto whom = fit_words(request.whom, support::longest_whom);
    if (!whom) return no(whom.error());
    request.words = std::move(*words);
    request.whom = std::move(*whom);
    return request;
}

base::Result<base::Id, NotSent> send_request(store::Store& store, const Kiosk& kiosk,
                                             const OpenNotebook& open, const support::Request& asked,
                                             const base::Clock& clock)
{
    auto request = fit(asked);
    if (!request) return no(request.error());
    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    if (!centre) return no(NotSent::nobody_reads);
    const auto id = send(*work, kiosk, *centre, open.stream(), open.newest(),
                         {day_of(clock), std::nullopt, std::move(*request)}, std::nullopt, clock);
    work->commit();
    return id;
}

base::Result<SentAlone, NotSent> send_without_notebook(store::Store& store, const Kiosk& kiosk,
                                                       const support::Request& asked,
                                                       const base::Clock& clock)
{
    auto request = fit(asked);
    if (!request) return no(request.error());
    auto keys = NotebookKeys::random(kiosk.chance);
    const auto stream = sealing::notebook_of(keys.open());
    const people::Receipt receipt{unused_card(*store.begin(), kiosk.chance)};
    const auto by_card = card_key(kiosk, receipt.card(), people::Receipt::code());

    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    if (!centre) return no(NotSent::nobody_reads);
    Pen pen{*work, kiosk, stream, keys};
    pen.sign(sealing::first_generation(keys));
    pen.sign(card_slot(kiosk, by_card, stream, keys));
    settle(*work, stream);
    send(*work, kiosk, *centre, stream, keys, {day_of(clock), std::nullopt, std::move(*request)},
         std::nullopt, clock);
    auto ring = ring_of(*work, stream, std::move(keys));
    base::must(ring.has_value());
    work->commit();
    return SentAlone{receipt, OpenNotebook{std::move(*ring)}};
}

Opening open_receipt(store::Store& store, const Kiosk& kiosk, const people::Receipt& receipt)
{
    return open_with_card(store, kiosk, receipt.card(), people::Receipt::code());
}

base::Result<base::Id, NotSent> write_on(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open,
                                         const base::Id& request, std::string_view typed,
                                         const base::Clock& clock)
{
    auto words = fit_words(std::string{typed}, support::longest_words);
    if (!words) return no(words.error());
    if (!*words) return no(NotSent::no_words);
    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    if (!centre) return no(NotSent::nobody_reads);
    const auto last = last_of(conversations(*work, kiosk, open), request);
    if (!last) return no(NotSent::unknown_request);
    const auto id = send(*work, kiosk, *centre, open.stream(), open.newest(),
                         {day_of(clock), last, support::More{request, std::move(**words)}}, request, clock);
    work->commit();
    return id;
}

std::vector<support::Conversation> conversations(store::Work& work, const Kiosk& kiosk,
                                                 const OpenNotebook& open)
{
    const auto centre = our_centre(work, kiosk);
    const auto facts = messages_in(
        work, open.stream(), centre ? centre->now : centre::Centre{},
        [&](base::BytesView header, base::BytesView body) { return open.keys().open_shared(header, body); });
    return support::conversations(facts);
}

std::vector<support::Conversation> conversations(store::Store& store, const Kiosk& kiosk,
                                                 const OpenNotebook& open)
{
    return conversations(*store.begin(), kiosk, open);
}

} // namespace frikort::core::actions
