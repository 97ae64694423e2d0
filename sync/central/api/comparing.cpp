// SPDX-License-Identifier: MPL-2.0
#include "sync/central/api/comparing.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace frikort::sync::central::api {

using core::base::no;
using core::sealing::Fingerprint;
using core::sealing::SignPublic;
using core::store::CentralWork;
using core::store::Centre;
using core::store::CentreRoot;
using core::store::Kiosk;

namespace {

void add(std::vector<ToldRoot>& all, const Centre& centre, const CentreRoot& root, const Kiosk& kiosk)
{
    auto known = std::find_if(all.begin(), all.end(), [&](const auto& told) { return told.root == root; });
    if (known == all.end())
        known =
            all.insert(all.end(), {root, Fingerprint::of(centre.stream, *SignPublic::from(root.view())), {}});
    known->by.push_back(kiosk.device);
}

} // namespace

Compared compared_for(const CentralWork& look, const Kiosk& kiosk)
{
    const auto centre = look.centres().find(kiosk.centre);
    if (!centre) return Compared::not_and_national_only;
    if (!centre->compared)
        return centre->served == Centre::Served::as_before ? Compared::not_and_served
                                                           : Compared::not_and_national_only;
    const bool same = (!kiosk.root || *kiosk.root == centre->compared->root) && !kiosk.other_root;
    return same ? Compared::yes : Compared::not_and_national_only;
}

Telling hear_root(CentralWork& work, const Kiosk& kiosk, const SignPublic& said)
{
    const auto root = *CentreRoot::from(said.view());
    if (root == kiosk.root) return Telling::known;
    const bool said_another = kiosk.root.has_value();
    if (root == kiosk.other_root) return Telling::known; // and the alarm was given
    work.kiosks().tell_root(kiosk.device, root);
    const auto centre = work.centres().find(kiosk.centre);
    if (!centre) return Telling::first;
    const auto told = told_roots(work, *centre);
    const bool others =
        std::any_of(told.begin(), told.end(), [&](const auto& one) { return one.root != root; });
    const bool not_the_compared = centre->compared && centre->compared->root != root;
    return said_another || others || not_the_compared ? Telling::alarm : Telling::first;
}

std::vector<ToldRoot> told_roots(const CentralWork& look, const Centre& centre)
{
    std::vector<ToldRoot> all;
    for (const auto& kiosk : look.kiosks().all()) {
        if (kiosk.centre != centre.stream || kiosk.revoked) continue;
        if (kiosk.root) add(all, centre, *kiosk.root, kiosk);
        if (kiosk.other_root) add(all, centre, *kiosk.other_root, kiosk);
    }
    return all;
}

bool is_begun_elsewhere(const CentralWork& look, const Kiosk& kiosk)
{
    const auto all = look.kiosks().all();
    return std::any_of(all.begin(), all.end(), [&](const Kiosk& other) {
        return other.centre == kiosk.centre && other.device != kiosk.device && other.root && !other.revoked;
    });
}

core::base::Result<void, NotCompared> compare(core::store::CentralStore& store, std::string_view name,
                                              const Fingerprint& read_out, core::store::Seconds now)
{
    const auto work = store.begin();
    const auto centre = work->centres().named(core::base::tidy(name));
    if (!centre) return no(NotCompared::no_such_centre);
    if (centre->compared) {
        const auto before = *SignPublic::from(centre->compared->root.view());
        if (read_out != Fingerprint::of(centre->stream, before)) return no(NotCompared::other_before);
        return {};
    }
    const auto told = told_roots(*work, *centre);
    if (told.empty()) return no(NotCompared::nothing_told);
    const auto meant =
        std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.fingerprint == read_out; });
    if (meant == told.end()) return no(NotCompared::differs);
    if (told.size() > 1) return no(NotCompared::several);
    work->centres().compare(centre->stream, {meant->root, now});
    work->commit();
    return {};
}

} // namespace frikort::sync::central::api
