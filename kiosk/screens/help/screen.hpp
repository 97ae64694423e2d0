// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/help/help.hpp"

namespace frikort::kiosk::screens::help {

// With a notebook open the request goes into it; without, it gets a receipt of its own.
class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           std::optional<core::support::Topic>);
    ui::Move frame(ui::Ui&) override;

private:
    ui::Move send(ui::Ui&);
    Book book() const { return visit_.notebook ? Book::open : Book::none; }

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Model model_;
    int pictures_of_sending_ = 0; // frames that said so: it takes a while, so that is said first
};

} // namespace frikort::kiosk::screens::help
