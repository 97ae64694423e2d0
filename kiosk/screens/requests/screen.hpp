// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/requests/requests.hpp"

namespace frikort::kiosk::screens::requests {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&);
    ui::Move frame(ui::Ui&) override;

private:
    void read();
    void perform(Effect);
    void open();
    void send();
    // Nothing was done: says why, above the list as it stands now.
    void refused(core::actions::NotDone);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Model model_;
};

} // namespace frikort::kiosk::screens::requests
