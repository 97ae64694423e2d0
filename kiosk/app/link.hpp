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
// Whether this kiosk may set up its centre. elsewhere: another one did, or the enrolment's code spoke of its
// keys, and nothing of it has come yet. not_heard: the server has not told all there is, which only a kiosk
// that belongs nowhere does not wait for. Throws StoreFailure.
enum class Founding { here, not_heard, not_compared, elsewhere };
Founding founding(core::store::Store&);

} // namespace frikort::kiosk::app
