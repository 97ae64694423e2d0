// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <optional>
#include <string>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Kort og kode": what can be done with an open notebook as a whole.
namespace frikort::kiosk::screens::own_book {

enum class Choice { new_card, new_code, take_home, erase };

struct View {
    struct Way {
        std::string title, detail;
        ui::Icon icon = ui::Icon::none;
    };
    std::string title;
    std::array<Way, 4> ways; // in the order of Choice
};
View view(const core::content::Texts&);
std::optional<Choice> draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, int year) : visit_{visit}, doors_{doors}, year_{year} {}
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    int year_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::own_book
