// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace frikort::kiosk::app {

// What was freed must not be read by whoever comes next. In every program with this room in it, memory that
// C++ gives back is overwritten first (operator delete); keys have pages of their own besides
// (core/sealing/secret). What earlier calls left on the stack is overwritten by this: called when a visit is
// over. Of the thread that calls.
void scrub_stack();

} // namespace frikort::kiosk::app
