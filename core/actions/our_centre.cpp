// SPDX-License-Identifier: MPL-2.0
#include "core/actions/our_centre.hpp"

#include <array>

#include "core/actions/centre_facts.hpp"
#include "core/actions/pen.hpp"
#include "core/base/must.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"

namespace frikort::core::actions {

namespace {

std::optional<centre::Fact> fact_of(const records::Record& record, const sealing::NotebookKeys& keys)
{
    const auto header = records::decode_header(record.header);
    if (!header) return std::nullopt;
    const auto opened = sealing::open_shared(keys, record.header, record.body);
    if (!opened) return std::nullopt;
    auto doing = centre::decode(base::text_of(opened->plain.view()));
    if (!doing) return std::nullopt;
    return centre::Fact{
        header->id, {header->number, header->device, doing->turn}, opened->writer, std::move(*doing)};
}

} // namespace

std::optional<OurCentre> our_centre(store::Work& work, const Kiosk& kiosk)
{
    auto kept = kept_centre(work, kiosk.pepper);
    if (!kept) return std::nullopt;
    std::vector<centre::Fact> facts;
    for (const auto& record : work.records().of_stream(kept->stream, records::Class::content))
        if (auto fact = fact_of(record, kept->keys)) facts.push_back(std::move(*fact));
    auto now = centre::fold(kept->root, facts);
    if (!now.made()) return std::nullopt;
    return OurCentre{kept->stream, std::move(kept->keys), kept->root, std::move(now)};
}

std::optional<OurCentre> our_centre(store::Store& store, const Kiosk& kiosk)
{
    return our_centre(*store.begin(), kiosk);
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
