// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/ui/ui.hpp"

// What everybody meets first: the way to the notebook, and a card held up at any time.
namespace frikort::kiosk::screens::home {

struct Model {
    bool card_not_read = false; // something was scanned that is neither card nor receipt
    std::size_t waiting = 0;    // citizens whom staff have not answered yet
};

struct View {
    std::string title;
    std::string learn, learn_detail;
    std::string book, book_detail;
    std::string jobs, jobs_detail;
    std::string help, help_detail;
    std::string card, card_brief; // what to do with a card, on one line
    std::string not_read;         // empty: nothing to tell
    std::string again;
    std::string other_language, read, display;
    std::string staff, staff_brief; // the brief one beside its icon
};
View view(const Model&, const Visit&);

struct Learn {};
struct OpenBook {};
struct Jobs {};
struct Help {};
struct Read {}; // that it is no card
struct Scanned {
    std::string line;
};
struct Display {};
struct OtherLanguage {};
struct StaffDoor {};
using Intent = std::variant<Learn, OpenBook, Jobs, Help, Read, Scanned, Display, OtherLanguage, StaffDoor>;

std::optional<Intent> draw(ui::Ui&, ui::ListState&, const View&, const widgets::BarPlace& read);

class Screen : public ui::Screen {
public:
    // `waiting` is asked on every frame: it must be cheap.
    Screen(Visit& visit, Doors& doors, std::function<std::size_t()> waiting)
        : visit_{visit}, doors_{doors}, waiting_{std::move(waiting)}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    std::function<std::size_t()> waiting_;
    Model model_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::home
