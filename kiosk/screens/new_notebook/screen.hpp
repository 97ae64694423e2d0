// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/new_notebook/new_notebook.hpp"

namespace frikort::kiosk::screens::new_notebook {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&,
           std::optional<core::people::Card> unused);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move make(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    Model model_;
    int pictures_of_making_ = 0; // frames that said "making": it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::new_notebook
