// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sign_in/sign_in.hpp"

namespace frikort::kiosk::screens::sign_in {

class Screen : public ui::Screen {
public:
    // With a centre card that was held up already: whom it lets in.
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           std::optional<core::people::CentreCard> = std::nullopt);
    ui::Move frame(ui::Ui&) override;

private:
    void look();
    bool mend();
    ui::Move open(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Model model_;
    int pictures_of_opening_ = 0; // frames that said so: it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::sign_in
