// SPDX-License-Identifier: MPL-2.0
#include "core/actions/server_half.hpp"

#include <algorithm>

#include "core/actions/by_name.hpp"
#include "core/base/must.hpp"

namespace frikort::core::actions {

using sealing::PepperHalf;
using store::Work;

namespace {

// As they stand in databases.
constexpr const char* half_fact = "pepper.half"; // its digest, or `any`
constexpr const char* old_fact = "pepper.old_names";
constexpr const char* lost_fact = "pepper.lost"; // `other` or `own`, and the day
constexpr const char* own_fact = "pepper.own";   // by what the machine's own half is known
constexpr const char* any = "any";
constexpr const char* other = "other";
constexpr const char* own_word = "own";
constexpr const char* yes = "1";

} // namespace

bool needs_half(Work& work) { return !work.facts().get(half_fact).value_or("").empty(); }

WholePepper note_half(Work& work, const sealing::Pepper& own, std::span<const PepperHalf> halves,
                      base::Date today)
{
    base::must(!halves.empty());
    const auto known = work.facts().get(half_fact).value_or("");
    const auto is_known = [&](const PepperHalf& half) { return sealing::known_by(own, half).hex() == known; };
    if (!is_known(halves.front())) {
        const bool expected =
            known.empty() || known == any || std::any_of(halves.begin(), halves.end(), is_known);
        if (!expected) work.facts().set(lost_fact, std::string{other} + " " + today.iso());
        work.facts().set(half_fact, sealing::known_by(own, halves.front()).hex());
        note_old_names(work);
    }
    WholePepper whole{sealing::joined(own, halves.front())};
    for (const auto& half : halves.subspan(1)) whole.earlier.push_back(sealing::joined(own, half));
    return whole;
}

void note_own_half(Work& work, const sealing::Pepper& own, OwnHalf half, const std::string& day)
{
    // Of nothing, but with this half as the key.
    const auto nothing = *PepperHalf::from(base::Bytes(PepperHalf::size));
    const auto check = sealing::known_by(own, nothing).hex();
    const auto known = work.facts().get(own_fact).value_or("");
    if (known == check) return;
    work.facts().set(own_fact, check);
    if (known.empty() && half == OwnHalf::kept) return;
    work.facts().set(lost_fact, std::string{own_word} + " " + day);
    expect_any_half(work);
}

void expect_any_half(Work& work)
{
    if (needs_half(work)) work.facts().set(half_fact, any);
    note_old_names(work);
}

bool half_is_here(Work& work, const Kiosk& kiosk) { return kiosk.whole || !needs_half(work); }

Names names(Work& work, const Kiosk& kiosk)
{
    if (by_name(work, kiosk) == centre::ByName::no) return Names::off;
    return half_is_here(work, kiosk) ? Names::open : Names::not_yet;
}

Names names(store::Store& store, const Kiosk& kiosk) { return names(*store.begin(), kiosk); }

std::optional<LostNames> lost_names(Work& work)
{
    const auto kept = work.facts().get(lost_fact).value_or("");
    const auto blank = std::min(kept.find(' '), kept.size());
    const auto why = kept.substr(0, blank);
    if (why != other && why != own_word) return std::nullopt;
    return LostNames{why == other ? LostNames::Why::other_half : LostNames::Why::own_half,
                     base::Date::from_iso(kept.substr(std::min(blank + 1, kept.size())))};
}

void lost_names_seen(store::Store& store)
{
    const auto work = store.begin();
    if (!lost_names(*work)) return;
    work->facts().set(lost_fact, "");
    work->commit();
}

std::vector<const sealing::Pepper*> name_peppers(Work& work, const Kiosk& kiosk)
{
    std::vector<const sealing::Pepper*> peppers;
    if (by_name(work, kiosk) == centre::ByName::no) return peppers;
    if (kiosk.whole) {
        peppers.push_back(&kiosk.whole->now);
        for (const auto& earlier : kiosk.whole->earlier) peppers.push_back(&earlier);
    } else if (needs_half(work)) {
        return peppers;
    }
    peppers.push_back(&kiosk.pepper); // what was made before the server gave a half
    return peppers;
}

bool names_are_old(Work& work) { return work.facts().get(old_fact) == yes; }

void note_old_names(Work& work) { work.facts().set(old_fact, yes); }

} // namespace frikort::core::actions
