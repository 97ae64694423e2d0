// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>

#include "core/actions/by_name.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// A leader chooses whether call names open notebooks at the centre. Pure but for the screen.
namespace frikort::kiosk::screens::by_name {

using core::centre::ByName;

enum class Step {
    now,  // how it is
    sure, // what it means to go without, which cannot be taken back for what opens by name today
    told
};

struct Model {
    Step step = Step::now;
    ByName allowed = ByName::yes;
    std::string told; // what came of it
    ui::ListState list;
};

sheet::View view(const Model&, const core::content::Texts&);

// What is to be done now.
enum class Effect { none, allow, forbid, leave };
Effect update(Model&, const sheet::Intent&);
void tell(Model&, std::string told);
bool back(Model&);

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           std::function<void()> send);
    ui::Move frame(ui::Ui&) override;

private:
    void choose(ByName);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    std::function<void()> send_;
    Model model_;
    sheet::Typing typed_;
};

} // namespace frikort::kiosk::screens::by_name
