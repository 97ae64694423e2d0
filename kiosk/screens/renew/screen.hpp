// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/renew/renew.hpp"

namespace frikort::kiosk::screens::renew {

class Screen : public ui::Screen {
public:
    // `send` is called when there is something that other kiosks should hear soon.
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, Renewing,
           std::function<void()> send);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move make(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    std::function<void()> send_;
    Model model_;
    int pictures_of_making_ = 0; // frames that said "making": it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::renew
