// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <vector>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// What the member of staff at the screen may do, each a tile.
namespace frikort::kiosk::screens::desk {

// One tile. To add one: a line in `tasks`.
struct Task {
    core::people::Right right; // who may
    const char *title, *detail;
    ui::Icon icon;
    ui::ScreenFactory (Doors::*door)();
};
// In the order in which they stand, those this role may do.
std::vector<Task> tasks(core::people::Role);

class Screen : public ui::Screen {
public:
    // `waiting`: citizens nobody has answered yet; asked on every frame, so it must be cheap.
    Screen(Visit& visit, Doors& doors, std::function<std::size_t()> waiting)
        : visit_{visit}, doors_{doors}, waiting_{std::move(waiting)}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    std::function<std::size_t()> waiting_;
    sheet::Typing typed_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::desk
