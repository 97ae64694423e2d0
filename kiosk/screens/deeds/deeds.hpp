// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// What members did, for the leader: who, what and which day, newest first. Never in whose notebook.
namespace frikort::kiosk::screens::deeds {

std::string deed_text(const core::centre::Done&, const core::content::Texts&);
sheet::View view(const std::vector<core::centre::Done>&, const core::content::Texts&);

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&);
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    std::vector<core::centre::Done> deeds_;
    std::string refused_;
    sheet::Typing typed_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::deeds
