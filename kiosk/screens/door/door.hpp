// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Har du en bog?": with a card, with a name, or not yet.
namespace frikort::kiosk::screens::door {

struct View {
    std::string title;
    std::string card, card_detail, name, name_detail, fresh, fresh_detail;
};
View view(const core::content::Texts&);

struct WithCard {};
struct WithName {};
struct Fresh {};
using Intent = std::variant<WithCard, WithName, Fresh>;
std::optional<Intent> draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors) : visit_{visit}, doors_{doors} {}
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::door
