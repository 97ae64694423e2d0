// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/store.hpp"

namespace frikort::core::actions {

// Makes what opens a notebook on this kiosk, and whether anything of it is here at all, follow its key and
// erase records; in the Work in which they came, so that no moment has the one without the other.
//
// An erasure by the newest generation the server has: bodies and header details, slots, half-done entry and
// waits go; the erase record stays. Else the slots of the newest generation are added and those of replaced
// ones removed: the old card opens nothing any more. They are removed only when there is a card slot for the
// newest, so that a page cut in two never leaves a notebook that nobody can open. A generation that lost to
// another keeps its slots until somebody joins it. A copy that is still on its way, or that ended, opens with
// nothing. Checks every signature; whoever brought the records is not believed. Nothing happens for a stream
// that is no notebook. Source: sync.md "Generations", "Erasing".
void settle(store::Work&, const records::StreamId&);

// Whether it was erased, here or elsewhere. Nothing may be written into it then.
bool is_erased(store::Work&, const records::StreamId&);

} // namespace frikort::core::actions
