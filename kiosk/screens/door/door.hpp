// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/actions/server_half.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Har du en bog?": with a card, with a name, or not yet. Where names open none: with a card, without one.
namespace frikort::kiosk::screens::door {

struct View {
    std::string title;
    std::string card, card_detail, name, name_detail, fresh, fresh_detail;
};
View view(core::actions::Names, const core::content::Texts&);

struct WithCard {};
struct WithName {};
struct Fresh {};
using Intent = std::variant<WithCard, WithName, Fresh>;
std::optional<Intent> draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, core::actions::Names names)
        : visit_{visit}, doors_{doors}, names_{names}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    core::actions::Names names_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::door
