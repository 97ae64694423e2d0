// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lost_notebook.hpp"

#include <algorithm>

#include "core/actions/rings.hpp"
#include "core/actions/to_notebook.hpp"

namespace frikort::core::actions {

using base::no;
using notebook::Happened;
using people::Right;
using records::StreamId;
using store::Slots;

namespace {

std::optional<base::Date> day_of(const base::Clock& clock)
{
    return clock.trusted() ? std::optional{clock.today()} : std::nullopt;
}

// The newest generation that the centre card opens.
struct Found {
    bool agreed = false;
    std::optional<sealing::NotebookKeys> keys;
};
Found unwrap_newest(store::Work& work, const StreamId& stream, const sealing::RecoveryPair& pair)
{
    auto slots = work.slots().of_stream(stream);
    std::sort(slots.begin(), slots.end(),
              [](const auto& a, const auto& b) { return a.generation > b.generation; });
    Found found;
    for (const auto& slot : slots) {
        if (slot.kind != Slots::Kind::recovery) continue;
        found.agreed = true;
        if ((found.keys = sealing::unwrap_recovered(pair, stream, slot.generation, slot.wrapped))) break;
    }
    return found;
}

NotRecovered refused(NotDone why) { return {why, false, false}; }

} // namespace

base::Result<OpenNotebook, NotRecovered> recover_notebook(store::Store& store, const Kiosk& kiosk,
                                                          const Staff& leader, const people::CentreCard& card,
                                                          const StreamId& stream, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, leader, Right::open_lost);
    if (!centre) return no(refused(centre.error()));
    const auto pair = opened_by(card, *centre);
    if (!pair) return no(refused(NotDone::other_centre));
    auto found = unwrap_newest(*work, stream, *pair);
    if (!found.agreed) return no(NotRecovered{std::nullopt, true, false});
    if (!found.keys) return no(NotRecovered{std::nullopt, false, true});
    auto ring = ring_of(*work, stream, std::move(*found.keys));
    const Happened recovered{Happened::What::recovered, day_of(clock)};
    if (!ring || !write_to(*work, kiosk, stream, recovered, leader.key()))
        return no(NotRecovered{std::nullopt, false, true});
    write_doing(*work, kiosk, *centre, leader.key(), centre::Did{centre::Deed::recovered}, clock);
    work->commit();
    return OpenNotebook{std::move(*ring)};
}

base::Result<Renewed, NotRenewedHere> renew_for(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                                const OpenNotebook& open, const Renewal& asked,
                                                const base::Clock& clock)
{
    if (const auto may = allowed(*store.begin(), kiosk, staff, Right::find_notebooks); !may)
        return no(NotRenewedHere{may.error(), std::nullopt});
    auto renewed = renew_notebook(store, kiosk, open, asked);
    if (!renewed) return no(NotRenewedHere{std::nullopt, renewed.error()});
    const auto work = store.begin();
    write_to(*work, kiosk, open.stream(), Happened{Happened::What::new_card, day_of(clock)}, staff.key());
    if (const auto centre = our_centre(*work, kiosk))
        write_doing(*work, kiosk, *centre, staff.key(), centre::Did{centre::Deed::new_card}, clock);
    work->commit();
    return std::move(*renewed);
}

} // namespace frikort::core::actions
