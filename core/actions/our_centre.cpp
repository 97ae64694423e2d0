// SPDX-License-Identifier: MPL-2.0
#include "core/actions/our_centre.hpp"

#include <array>

#include "core/actions/centre_facts.hpp"
#include "core/actions/pen.hpp"
#include "core/base/must.hpp"

namespace frikort::core::actions {

std::optional<OurCentre> our_centre(store::Work& work, const Kiosk& kiosk)
{
    auto kept = kept_centre(work, kiosk.pepper);
    if (!kept) return std::nullopt;
    const auto records = work.records().of_stream(kept->stream, records::Class::content);
    auto now = centre::fold(kept->root, kiosk.doings->read(records, kept->keys));
    if (!now.made()) return std::nullopt;
    return OurCentre{kept->stream, std::move(kept->keys), kept->root, std::move(now)};
}

std::optional<OurCentre> our_centre(store::Store& store, const Kiosk& kiosk)
{
    return our_centre(*store.begin(), kiosk);
}

CentreMark centre_mark(store::Work& work, const Kiosk& kiosk)
{
    CentreMark mark{.written = work.records().tip(kiosk.device()).number};
    const auto stream = kept_stream(work);
    const auto pulled = stream ? work.cursors().of(*stream) : std::nullopt;
    if (pulled) {
        mark.epoch = pulled->epoch;
        mark.counter = pulled->counter;
    }
    return mark;
}

void know_centre(store::Store& store, Kiosk& kiosk)
{
    const auto centre = our_centre(store, kiosk);
    if (!centre) return;
    kiosk.recovery = centre->now.made()->recovery;
    kiosk.inbox = centre->now.made()->inbox;
}

base::Id write_doing(store::Work& work, const Kiosk& kiosk, const OurCentre& centre,
                     const sealing::SigningKey& writer, centre::Body body, const base::Clock& clock)
{
    const auto day = clock.trusted() ? std::optional{clock.today()} : std::nullopt;
    auto plain = centre::encode({day, std::move(body), centre.now.next_turn()});
    const std::array readers{centre.keys.open().box};
    const auto id = Pen{work, kiosk, centre.stream, centre.keys}.share(readers, base::view_of(plain), writer);
    sealing::wipe(plain);
    return id;
}

std::optional<sealing::RecoveryPair> opened_by(const people::CentreCard& card, const OurCentre& centre)
{
    const auto bytes = card.bytes();
    auto pair = sealing::RecoveryPair::from_card(base::view_of(bytes.view()));
    base::must(pair.has_value());
    if (pair->root().open() != centre.root || pair->open() != centre.now.made()->recovery)
        return std::nullopt;
    return pair;
}

} // namespace frikort::core::actions
