// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "core/actions/kiosk.hpp"
#include "core/base/result.hpp"
#include "core/people/call_name.hpp"
#include "core/people/card.hpp"
#include "core/people/code.hpp"
#include "core/sealing/key_ring.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// A notebook while its owner stands at the screen: the keys of every generation that could be opened. One
// owner, moved and never copied; whoever lets go of it wipes the keys.
class OpenNotebook {
public:
    explicit OpenNotebook(sealing::KeyRing ring) : ring_{std::move(ring)} {}
    const records::StreamId& stream() const { return ring_.stream(); }
    const sealing::KeyRing& keys() const { return ring_; }
    // What new records are sealed with.
    const sealing::NotebookKeys& newest() const { return ring_.opened(); }

private:
    sealing::KeyRing ring_;
};

// Why a notebook stays shut.
struct NotOpened {
    enum class Why {
        unknown,    // no notebook on this kiosk has this card or name
        wrong_code, // `tries_left` more before one must wait; at 0 the wait has begun
        wait,       // nothing was checked and no try was counted; `wait` to go
        damaged,    // card and code are right, but the notebook's own keys are not on this kiosk
        not_yet,    // no call name opens before the server gave its half of the pepper; no try was counted
        off,        // the centre chose that no call name opens (by_name.hpp); no try was counted
    };
    Why why;
    std::uint32_t tries_left = 0;
    std::chrono::seconds wait{0};
};
using Opening = base::Result<OpenNotebook, NotOpened>;

// Both write the try down before they look at the code, so that pulling the plug does not win one (sync.md
// "Wrong codes"); the right code takes it off again. Known cards and names never wait for other people's
// mistakes. They block for one Argon2id (Kiosk::cost). Throw StoreFailure, and then nothing was opened.
Opening open_with_card(store::Store&, const Kiosk&, const people::Card&, const people::Code&);
// Works on the kiosk where the notebook was made. Of several notebooks with one name the code finds the right
// one. Whichever opens makes a name's slot anew where it is to be (name_slots.hpp): one more Argon2id, or
// two.
Opening open_with_name(store::Store&, const Kiosk&, const people::CallName&, const people::Code&);

// How long unknown cards have to wait on this kiosk; zero when they may be tried.
std::chrono::seconds wait_for_unknown(store::Store&);

// Lets waits get shorter. To be called as the program runs, with the time since the last call; whole seconds.
void run_waits(store::Store&, std::chrono::seconds passed);

} // namespace frikort::core::actions
