// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/receipt/receipt.hpp"

namespace frikort::kiosk::screens::receipt {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, Fetching&,
           std::optional<Receipt> scanned);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move open(ui::Ui&);
    // The receipt is not known here: the server is asked.
    bool begin_fetching(ui::Ui&);
    ui::Move fetch(ui::Ui&);
    ui::Move try_receipt(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    Fetch fetch_;
    Model model_;
    int pictures_of_opening_ = 0; // frames that said so: it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::receipt
