// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/sealing/fingerprint.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// The number by which the office knows that this is the centre's own screen: read out on the telephone
// (sync.md "Enrolment"). For the leader, when the centre was set up, and for staff later. Pure but for the
// screen.
namespace frikort::kiosk::screens::office_number {

// served: not compared, but what is the centre's own comes all the same.
enum class Checked { no, no_but_served, yes };

struct Facts {
    std::optional<core::sealing::Fingerprint> number; // nothing where no centre was set up
    Checked checked = Checked::no;
};

struct View {
    std::string title, go;
    std::vector<std::string> told; // one paragraph each
    std::array<std::string, core::sealing::Fingerprint::groups> groups;
    std::array<std::string, core::sealing::Fingerprint::groups> spoken; // digit by digit
};
View view(const Facts&, NumberAfter, const core::content::Texts&);

struct Go {};
std::optional<Go> draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    // `facts` is asked on every frame: it must be cheap.
    Screen(Visit& visit, Doors& doors, std::function<Facts()> facts, NumberAfter after)
        : visit_{visit}, doors_{doors}, facts_{std::move(facts)}, after_{after}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    std::function<Facts()> facts_;
    NumberAfter after_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::office_number
