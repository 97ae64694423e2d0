// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/read_notebook.hpp"
#include "core/actions/rescued.hpp"
#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/overview/overview.hpp"

namespace frikort::kiosk::screens::overview {

// The year to begin with: this one, where the clock can be trusted; else the newest that has entries; else
// the newest with a known limit (sync.md R10).
int first_year(const core::notebook::Book&, const core::allowance::Allowances&, const core::base::Clock&);

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&,
           const core::allowance::Allowances&, const core::base::Clock&);
    ui::Move frame(ui::Ui&) override;

private:
    // What the view is made of.
    struct Of {
        int year;
        bool shown;
        std::string language;
        friend bool operator==(const Of&, const Of&) = default;
    };
    // Made anew only when something of it changed: a year may have thousands of entries.
    const View& current_view(int year);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::allowance::Allowances& allowances_;
    const core::base::Clock& clock_;
    std::optional<core::actions::ReadNotebook> read_; // anew after every other screen
    core::actions::Missing missing_;                  // read with it
    bool answered_ = false;                           // read with it: the staff's word is the last one
    std::optional<View> view_;                        // of `read_` and `of_`
    std::optional<Of> of_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::overview
