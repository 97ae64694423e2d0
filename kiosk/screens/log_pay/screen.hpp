// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/actions/open_notebook.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/log_pay/view.hpp"

namespace frikort::kiosk::screens::log_pay {

// The questions joined to the notebook: answers are sealed as they are given, saving is one transaction.
class Screen : public ui::Screen {
public:
    // `corrects`: the entry to put right; nothing for a new one, which may go on from a half-done one.
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           std::vector<int> years, std::optional<core::base::Id> corrects);
    ui::Move frame(ui::Ui&) override;

private:
    Day day() const { return {clock_.today(), clock_.trusted()}; }
    ui::Move perform(Effect);
    void save();

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Offers offers_;
    Model model_;
};

} // namespace frikort::kiosk::screens::log_pay
