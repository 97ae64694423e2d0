// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/our_centre.hpp"
#include "core/actions/read_notebook.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/entries/entries.hpp"
#include "kiosk/screens/frame.hpp"

namespace frikort::kiosk::screens::entries {

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           int year);
    ui::Move frame(ui::Ui&) override;

private:
    void withdraw();
    Staff staff() const;

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    std::optional<core::actions::ReadNotebook> read_;
    std::optional<core::actions::OurCentre> centre_; // read with it
    Model model_;
};

} // namespace frikort::kiosk::screens::entries
