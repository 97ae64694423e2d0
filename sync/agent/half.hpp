// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>

#include "core/actions/server_half.hpp"
#include "core/base/chance.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::agent {

// The server's half of this kiosk's pepper, asked for in a round's first message until it came; so at each
// start of the program (sync.md, key table). Belongs to the thread that goes the rounds.
struct WantedHalf {
    const core::sealing::Pepper& own; // must outlive this
    core::base::Chance& chance;       // this thread's; must outlive this
    // A pepper that lies on the disk wants it always; one that the machine seals only when the server gave a
    // half before, for there are names that need it.
    enum class When { always, where_needed } when = When::always;
    // Called on this thread when it came; hands it on and returns.
    std::function<void(core::actions::WholePepper)> take;
    enum class Is { wanted, here } is = Is::wanted;
};

// For one request: what it is to be sealed to. Nothing when none is wanted.
std::optional<core::sealing::HalfBox> half_box(core::store::Store&, const WantedHalf*);
// What came in the answer. A server that gives none, or nothing that opens, changes nothing.
void take_halves(core::store::Store&, WantedHalf*, const std::optional<core::sealing::HalfBox>&,
                 const protocol::NewsAnswer&);

} // namespace frikort::sync::agent
