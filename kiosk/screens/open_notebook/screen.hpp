// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/open_notebook/open_notebook.hpp"

namespace frikort::kiosk::screens::open_notebook {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, Fetching&, By,
           std::optional<core::people::Card> scanned);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move open(ui::Ui&);
    // The card is not known here: the server is asked.
    bool begin_fetching(ui::Ui&);
    ui::Move fetch(ui::Ui&);
    ui::Move try_code(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    Fetch fetch_;
    Model model_;
    int pictures_of_opening_ =
        0; // frames that said "opening": trying the code takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::open_notebook
