// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/join/join.hpp"

namespace frikort::kiosk::screens::join {

// What the app knows and does for it. `ask` may not wait.
struct Hands {
    std::function<Line()> line;
    std::function<void()> ask;
};

class Screen : public ui::Screen {
public:
    // The kiosk learns the centre's keys.
    Screen(Visit&, Doors&, core::store::Store&, core::actions::Kiosk&, const core::base::Clock&, Hands);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move perform(Effect);
    ui::Move join();

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Hands hands_;
    std::optional<Model> model_; // from the first frame on, which knows what time it is
};

} // namespace frikort::kiosk::screens::join
