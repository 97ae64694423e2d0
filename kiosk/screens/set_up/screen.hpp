// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/set_up/set_up.hpp"

namespace frikort::kiosk::screens::set_up {

class Screen : public ui::Screen {
public:
    // The kiosk learns the centre's keys.
    Screen(Visit&, Doors&, core::store::Store&, core::actions::Kiosk&, const core::base::Clock&);
    ui::Move frame(ui::Ui&) override;

private:
    void perform(ui::Ui&, Effect);
    ui::Move found(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Model model_;
    int pictures_of_making_ = 0; // frames that said so: it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::set_up
