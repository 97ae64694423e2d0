// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

#include "core/base/clock.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// Staff say whose pay they want to write, by the number of a card; the questions come after. Pure but for the
// screen.
namespace frikort::kiosk::screens::pay_for {

enum class Step { hold, typed, not_known };

struct Model {
    Step step = Step::hold;
    std::optional<std::string> number;
    bool wrong = false; // that was no number of a card
    sheet::Typing typed;
    ui::ListState list;
};
sheet::View view(const Model&, const core::content::Texts&);
// look: whether a notebook here has that card. go_on: to the questions.
enum class Effect { none, look, go_on };
Effect update(Model&, const sheet::Intent&);
bool back(Model&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, core::store::Store& store)
        : visit_{visit}, doors_{doors}, store_{store}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    Model model_;
};

} // namespace frikort::kiosk::screens::pay_for
