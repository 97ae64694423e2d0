// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/centre/centre.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// "Find arbejde": what the staff of this centre wrote about work near here, for everybody; and the way to ask
// them for help with it. Nothing here promises a job.
namespace frikort::kiosk::screens::jobs {

struct Model {
    std::vector<core::centre::PostedJob> jobs; // newest first
    std::optional<std::size_t> open;           // the one whose page it is
    ui::ListState list, page;
};

sheet::View view(const Model&, const core::content::Texts&);
// True when help is asked for.
bool update(Model&, const sheet::Intent&);
bool back(Model&);

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&);
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    Model model_;
    sheet::Typing typed_;
};

} // namespace frikort::kiosk::screens::jobs
