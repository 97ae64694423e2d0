// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace frikort::kiosk::app {

// From now on a large block that was given back goes back to the system at once (font files, what letters are
// drawn from, a list of thousands). Without it glibc learns from the first large block to keep the next ones:
// some 10 MB that a kiosk never needs again. To be called once, before there is a second thread.
void give_memory_back_early() noexcept;

} // namespace frikort::kiosk::app
