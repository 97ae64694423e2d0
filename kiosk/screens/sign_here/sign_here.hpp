// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sign_in/sign_in.hpp"

// In a citizen's open notebook one member of staff signs that they saw a payment: name and code, for that one
// act. Nobody is signed in by it.
namespace frikort::kiosk::screens::sign_here {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           core::base::Id entry);
    ui::Move frame(ui::Ui&) override;

private:
    sheet::View view(ui::Instant now) const;
    void sign(ui::Ui&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    core::base::Id entry_;
    sign_in::Model model_;
    std::string told_; // what came of it
    int pictures_of_signing_ = 0;
};

} // namespace frikort::kiosk::screens::sign_here
