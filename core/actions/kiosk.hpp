// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/base/chance.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/pepper.hpp"
#include "core/sealing/stretch.hpp"

namespace frikort::core::actions {

// What this machine is, as far as actions need it. A resource: it holds keys. `main` owns it.
struct Kiosk {
    sealing::SigningKey device_key;
    sealing::Pepper pepper;
    base::Chance& chance; // must outlive this
    // The public keys of the centre card and of the centre's inbox; nothing while no centre was set up here.
    // Without the first nobody is asked whether staff may let them in; without the second staff find nobody.
    std::optional<sealing::BoxPublic> recovery{};
    std::optional<sealing::BoxPublic> inbox{};
    sealing::Cost cost =
        sealing::Cost::full(); // tests make it cheap; a slot opens at the cost it was made with

    records::DeviceId device() const { return sealing::device_of(device_key.open()); }
};

} // namespace frikort::core::actions
