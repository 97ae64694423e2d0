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
    // What the view is made of.
    struct Of {
        Page page;
        int year;
        std::optional<core::base::Id> entry;
        bool shown;
        std::string language;
        friend bool operator==(const Of&, const Of&) = default;
    };
    // Made anew only when something of it changed: a year may have thousands of entries.
    const View& current_view();
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
    std::optional<View> view_; // of `read_` and `of_`
    std::optional<Of> of_;
};

} // namespace frikort::kiosk::screens::entries
