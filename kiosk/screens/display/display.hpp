// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Visning": how large, which colours, which language. It lasts as long as the visit.
namespace frikort::kiosk::screens::display {

struct Model {
    ui::ListState place; // where in the list, when it is longer than the screen
};

struct View {
    struct Choice {
        std::string label;
        std::string spoken;
        bool chosen = false;
    };
    struct Group {
        std::string title;
        std::vector<Choice> choices;
    };
    std::string title;
    std::vector<Group> groups; // sizes, colours, languages
    std::string about;
};
View view(ui::Look, const core::content::Texts&);

struct Choose {
    std::size_t group = 0;
    std::size_t choice = 0;
};
struct About {}; // the screen about this kiosk
using Intent = std::variant<Choose, About>;

// The look and the language after a choice.
struct Chosen {
    ui::Look look;
    std::string language;
};
Chosen update(Chosen now, const Choose&);

std::optional<Intent> draw(ui::Ui&, Model&, const View&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors) : visit_{visit}, doors_{doors} {}
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    Model model_;
};

} // namespace frikort::kiosk::screens::display
