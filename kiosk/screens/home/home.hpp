// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "core/people/card.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/ui/ui.hpp"

// What everybody meets first: the way to the notebook, and a card held up at any time.
namespace frikort::kiosk::screens::home {

struct Model {
    bool card_not_read = false; // something was scanned that is no card of ours
};

struct View {
    std::string title;
    std::string learn, learn_detail;
    std::string book, book_detail;
    std::string card, card_detail;
    std::string not_read; // empty: nothing to tell
    std::string other_language, read, display;
};
View view(const Model&, const Visit&);

struct Learn {};
struct OpenBook {};
struct Scanned {
    std::string line;
};
struct Display {};
struct OtherLanguage {};
using Intent = std::variant<Learn, OpenBook, Scanned, Display, OtherLanguage>;

std::optional<Intent> draw(ui::Ui&, const View&, const widgets::BarPlace& read);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors) : visit_{visit}, doors_{doors} {}
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    Model model_;
};

} // namespace frikort::kiosk::screens::home
