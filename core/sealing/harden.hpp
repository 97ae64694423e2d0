// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace frikort::core::sealing {

// What of it this machine granted. A program goes on without, but says so in its log.
struct Hardened {
    bool no_core_dumps = false; // RLIMIT_CORE is 0
    bool not_traceable = false; // PR_SET_DUMPABLE is 0: no dump, no ptrace by other programs of the same user
    bool memory_can_lock = false; // secrets stay out of the swap
};

// Keeps keys out of core dumps, debuggers and swap. Called by each main before it holds a key; again is
// harmless.
Hardened harden();

} // namespace frikort::core::sealing
