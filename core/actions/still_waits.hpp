// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>

#include "core/actions/kiosk.hpp"
#include "core/base/clock.hpp"
#include "core/store/store.hpp"

namespace frikort::core::actions {

// What was written on this kiosk for the staff and waits for an answer still is to be told to the server
// again: so it stays at every kiosk of the centre for longer than ninety days, and is told also when what was
// to be told was lost with a damaged database, or was written by a program that told nothing. One thread.
class StillWaits {
public:
    // At the first call, and then every thirty days that the program ran or a trusted clock moved on or back:
    // the server dates what it is told by its own clock, and told by a wrong one it soon looks as if it had
    // ended. Nothing happens where no centre was set up. Throws StoreFailure: nothing was noted, and the next call tries again.
    void share(store::Store&, const Kiosk&, const base::Clock&);

private:
    bool is_time(const base::Clock&) const;

    std::optional<std::chrono::milliseconds> shared_; // when the program had run so long
    std::optional<base::Date> day_;                   // that it was then, by a trusted clock
};

} // namespace frikort::core::actions
