// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/actions/opened_doings.hpp"
#include "core/base/chance.hpp"
#include "core/sealing/keys.hpp"
#include "core/sealing/pepper.hpp"
#include "core/sealing/stretch.hpp"

namespace frikort::core::actions {

// What call names open with where the server gives half of it (sync.md, key table).
struct WholePepper {
    sealing::Pepper now;
    std::vector<sealing::Pepper> earlier{}; // of the names this machine bore before (R13)
};

// What this machine is, as far as actions need it. A resource: it holds keys. `main` owns it.
struct Kiosk {
    sealing::SigningKey device_key;
    sealing::Pepper
        pepper;           // this machine's own half; members' codes and what is sealed to the machine use it
    base::Chance& chance; // must outlive this
    // The public keys of the centre card and of the centre's inbox; nothing while no centre was set up here.
    // Without the first nobody is asked whether staff may let them in; without the second staff find nobody.
    std::optional<sealing::BoxPublic> recovery{};
    std::optional<sealing::BoxPublic> inbox{};
    sealing::Cost cost =
        sealing::Cost::full(); // tests make it cheap; a slot opens at the cost it was made with
    // Since the server gave its half; in memory only. Without it no call name opens where the server ever
    // gave one (server_half.hpp).
    std::optional<WholePepper> whole{};
    // What was opened of the centre, which looking at it keeps up to date.
    std::unique_ptr<OpenedDoings> doings = std::make_unique<OpenedDoings>();

    records::DeviceId device() const { return sealing::device_of(device_key.open()); }
};

} // namespace frikort::core::actions
