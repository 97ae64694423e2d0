// SPDX-License-Identifier: MPL-2.0
#include "core/actions/not_taken.hpp"

#include <map>
#include <sstream>

namespace frikort::core::actions {

using base::no;
using people::Right;
using records::Id;
using store::Delivery;
using store::Work;

namespace {

// "9f…stream 40…fork ": each id that staff laid aside, with the reason for which it had been refused.
constexpr const char* seen_fact = "rejected.seen";

// The reason for which it is refused; nothing for what is not.
std::optional<std::string> refused_for(Work& work, const Id& id)
{
    auto standing = work.outbox().standing(id);
    if (!standing || standing->delivery != Delivery::rejected) return std::nullopt;
    return std::move(standing->reason);
}

using Seen = std::map<Id, std::string>;

// Those that still stand as they were seen.
Seen seen(Work& work)
{
    std::istringstream words{work.facts().get(seen_fact).value_or("")};
    Seen all;
    for (std::string word; words >> word;) {
        const auto id = Id::from_hex(std::string_view{word}.substr(0, 2 * Id::size));
        auto reason = id ? refused_for(work, *id) : std::nullopt;
        if (reason && *reason == word.substr(2 * Id::size)) all.emplace(*id, std::move(*reason));
    }
    return all;
}

void keep_seen(Work& work, const Seen& all)
{
    std::string words;
    for (const auto& [id, reason] : all) words += id.hex() + reason + " ";
    work.facts().set(seen_fact, words);
}

enum class Found { none, some };

Found offer(Work& work, std::span<const Id> ids)
{
    auto aside = seen(work);
    auto found = Found::none;
    for (const auto& id : ids) {
        if (!refused_for(work, id)) continue;
        work.outbox().mark(id, Delivery::waiting, "");
        aside.erase(id);
        found = Found::some;
    }
    keep_seen(work, aside);
    return found;
}

Found put_aside(Work& work, std::span<const Id> ids)
{
    auto aside = seen(work);
    auto found = Found::none;
    for (const auto& id : ids) {
        auto reason = refused_for(work, id);
        if (!reason) continue;
        if (aside.insert_or_assign(id, std::move(*reason)).second) found = Found::some;
    }
    keep_seen(work, aside);
    return found;
}

// What staff may do with the list; `act` does it.
template <class Act>
base::Result<void, NotDone> done(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                 const base::Clock& clock, centre::Deed deed, Act act)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::see_health);
    if (!centre) return no(centre.error());
    if (act(*work) == Found::some) write_doing(*work, kiosk, *centre, staff.key(), centre::Did{deed}, clock);
    work->commit();
    return {};
}

} // namespace

std::vector<NotTaken> not_taken(Work& work)
{
    const auto aside = seen(work);
    std::vector<NotTaken> list;
    const auto all = static_cast<std::size_t>(work.outbox().count(Delivery::rejected));
    for (const auto& record : work.outbox().rejected(all)) {
        const auto header = records::decode_header(record.header);
        list.push_back({header->id, header->number, refused_for(work, header->id).value_or(""),
                        aside.contains(header->id)});
    }
    return list;
}

NotTakenCount count_not_taken(Work& work)
{
    const auto all = work.outbox().count(Delivery::rejected);
    if (all == 0) return {};
    const auto aside = seen(work).size();
    return {all - aside, aside};
}

base::Result<void, NotDone> send_again(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                       std::span<const Id> ids, const base::Clock& clock)
{
    return done(store, kiosk, staff, clock, centre::Deed::sent_again,
                [&](Work& work) { return offer(work, ids); });
}

base::Result<void, NotDone> send_all_again(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                           const base::Clock& clock)
{
    return done(store, kiosk, staff, clock, centre::Deed::sent_again, [](Work& work) {
        std::vector<Id> wanting;
        for (const auto& one : not_taken(work))
            if (!one.aside) wanting.push_back(one.id);
        return offer(work, wanting);
    });
}

base::Result<void, NotDone> lay_aside(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                      std::span<const Id> ids, const base::Clock& clock)
{
    return done(store, kiosk, staff, clock, centre::Deed::laid_aside,
                [&](Work& work) { return put_aside(work, ids); });
}

} // namespace frikort::core::actions
