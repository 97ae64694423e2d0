// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/log_pay/ledger.hpp"
#include "kiosk/screens/log_pay/view.hpp"

namespace frikort::kiosk::screens::log_pay {

// The questions joined to where the answers go: a half-done entry is kept as it is given, saving is one
// transaction.
class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, const core::base::Clock&, std::vector<int> years, std::unique_ptr<Ledger>);
    ui::Move frame(ui::Ui&) override;

private:
    Day day() const { return {clock_.today(), clock_.trusted()}; }
    ui::Move perform(Effect);
    void save();

    Visit& visit_;
    Doors& doors_;
    const core::base::Clock& clock_;
    std::unique_ptr<Ledger> ledger_;
    Offers offers_;
    Model model_;
};

} // namespace frikort::kiosk::screens::log_pay
