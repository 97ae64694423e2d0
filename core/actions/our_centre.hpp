// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/actions/kiosk.hpp"
#include "core/base/clock.hpp"
#include "core/centre/centre.hpp"
#include "core/people/centre_card.hpp"
#include "core/sealing/slot.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// The centre this kiosk stands in, once it was set up: the keys its kiosks share, and how it stands.
struct OurCentre {
    records::StreamId stream;
    sealing::NotebookKeys keys; // of the centre's stream; on every kiosk of the centre
    sealing::SignPublic root;   // of the centre card
    centre::Centre now;
};

// Nothing where no centre was set up, or what was kept of it cannot be opened by this machine.
std::optional<OurCentre> our_centre(store::Work&, const Kiosk&);
std::optional<OurCentre> our_centre(store::Store&, const Kiosk&);

// The same as long as nothing came of the centre and nothing was written here: whoever keeps something of the
// centre reads it anew when this is another. Costs next to nothing, however much the centre holds.
struct CentreMark {
    std::string epoch{}; // how far the centre's stream was pulled
    std::uint64_t counter = 0;
    std::uint64_t written = 0; // this device's last number
    friend bool operator==(const CentreMark&, const CentreMark&) = default;
};
CentreMark centre_mark(store::Work&, const Kiosk&);

// Keeps in `kiosk` the centre's public keys, when it was set up: at start, and after set-up.
void know_centre(store::Store&, Kiosk&);

// Writes one doing into the centre's stream, signed by `writer`; the caller commits. Gives the record's id.
base::Id write_doing(store::Work&, const Kiosk&, const OurCentre&, const sealing::SigningKey& writer,
                     centre::Body, const base::Clock&);

// What opens with this centre card: nothing when it is another centre's.
std::optional<sealing::RecoveryPair> opened_by(const people::CentreCard&, const OurCentre&);

} // namespace frikort::core::actions
