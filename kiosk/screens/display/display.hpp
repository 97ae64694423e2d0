// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Visning": how large, which colours, which language, how it sounds, how letters stand. It lasts as long as
// the visit.
namespace frikort::kiosk::screens::display {

struct Model {
    ui::ListState place; // where in the list, when it is longer than the screen
};

// Where the groups of choices stand in View::groups.
inline constexpr std::size_t size_group = 0;
inline constexpr std::size_t colour_group = 1;
inline constexpr std::size_t language_group = 2;
inline constexpr std::size_t hearing_group = 3; // said in more than a word
inline constexpr std::size_t keys_group = 4;

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
    // Something with more and less of it.
    struct Level {
        std::string title; // with where it stands
        std::string less, more;
        bool lowest = false, highest = false;
    };
    std::string title;
    std::vector<Group> groups;
    std::vector<Level> levels; // rate, volume
    std::string about;
};
View view(ui::Look, const Hearing&, const core::content::Texts&);

struct Choose {
    std::size_t group = 0;
    std::size_t choice = 0;
};
struct Turn { // a level, one step up or down
    std::size_t level = 0;
    int by = 1;
};
struct About {}; // the screen about this kiosk
using Intent = std::variant<Choose, Turn, About>;

// What holds after a choice.
struct Chosen {
    ui::Look look;
    Hearing hearing;
    std::string language;
};
Chosen update(Chosen now, const Choose&);
Hearing update(Hearing now, const Turn&);

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
