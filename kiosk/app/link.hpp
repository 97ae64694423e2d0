// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/base/clock.hpp"
#include "core/store/store.hpp"
#include "kiosk/screens/about/about.hpp"
#include "kiosk/screens/office_number/office_number.hpp"

namespace frikort::kiosk::app {

// What the running program knows of its server beside what the store keeps.
struct Link {
    screens::about::Server server = screens::about::Server::none;
    std::optional<screens::about::Trouble> trouble; // of the last round of this program
};

// What "Om skærmen" tells. Throws StoreFailure.
screens::about::Facts facts_of(core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
                               const Link&);

// "Tal til kontoret". Throws StoreFailure.
screens::office_number::Facts number_of(core::store::Store&);
// Whether the server has told all there was for this kiosk once; so also where none told it that it belongs
// to a centre. Throws StoreFailure.
bool has_heard_all(core::store::Store&);

// What the server refused is offered once more (sync.md R3): a person has looked. Throws StoreFailure.
void offer_again(core::store::Store&);

} // namespace frikort::kiosk::app
