// SPDX-License-Identifier: MPL-2.0
#include "core/actions/join_centre.hpp"

#include "core/actions/centre_facts.hpp"
#include "core/actions/centre_root.hpp"
#include "core/base/must.hpp"
#include "core/sealing/shared.hpp"

namespace frikort::core::actions {

using base::no;
using sealing::NotebookKeys;

namespace {

constexpr std::size_t half = 32; // of what was left for the card: the stream's secret, then the inbox's

// The keys of the centre's stream that the card opens and its own root signed.
std::optional<NotebookKeys> left_for(store::Work& work, const records::StreamId& stream,
                                     const sealing::RecoveryPair& card)
{
    for (const auto& record : work.records().of_stream(stream, records::Class::content)) {
        const auto opened = sealing::open_shared(card, record.header, record.body);
        if (!opened || opened->writer != card.root().open() || opened->plain.size() != 2 * half) continue;
        return NotebookKeys::from_secret(sealing::Secret::copy_of(opened->plain.view().first(half)), 1);
    }
    return std::nullopt;
}

} // namespace

bool is_further(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    const auto stream = invited(*work);
    return stream && !kept_centre(*work, kiosk.pepper) && is_begun(*work, *stream);
}

base::Result<void, NotDone> join_centre(store::Store& store, const Kiosk& kiosk,
                                        const people::SetUpCode& code, const people::CentreCard& card,
                                        const base::Clock& clock)
{
    const auto card_bytes = card.bytes();
    const auto pair = sealing::RecoveryPair::from_card(base::view_of(card_bytes.view()));
    base::must(pair.has_value());
    const auto work = store.begin();
    if (kept_centre(*work, kiosk.pepper)) return no(NotDone::already);
    const auto stream = invited(*work);
    if (!stream || !is_invited(*work, kiosk.pepper, code) || !is_begun(*work, *stream))
        return no(NotDone::no_centre);
    const auto keys = left_for(*work, *stream, *pair);
    if (!keys) return no(NotDone::other_centre);
    if (is_other_than_expected(*work, *stream, pair->root().open())) return no(NotDone::other_centre);
    keep_centre(*work, kiosk.pepper, *stream, *keys, pair->root().open(), kiosk.chance);
    const auto joined = our_centre(*work, kiosk);
    if (!joined || !opened_by(card, *joined)) return no(NotDone::other_centre); // nothing is committed
    write_doing(*work, kiosk, *joined, pair->root(), centre::Did{centre::Deed::used_centre_card}, clock);
    drop_invitation(*work);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
