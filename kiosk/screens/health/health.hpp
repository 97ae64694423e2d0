// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "kiosk/screens/about/about.hpp"
#include "kiosk/screens/office_number/office_number.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// How the kiosk is doing, for staff: all that "Om skærmen" says, its clock, its disk, and what could not be
// read. Staff may send again, and say which day it is (sync.md R10). Pure but for the screen.
namespace frikort::kiosk::screens::health {

enum class Clock : bool { doubted, trusted };

struct Facts {
    about::Facts about;
    core::base::Date day; // as the machine has it
    Clock clock = Clock::doubted;
    std::optional<std::uint64_t> free_bytes; // on the disk; nothing where that is not known
    std::vector<std::string> left_out;       // files that are damaged: "content/da/what.md"
    office_number::Facts number{};           // its row leads to "Tal til kontoret"
};

enum class Page { all, day, no_day };
enum class Leads { nowhere, number, not_taken };
struct View : sheet::View {
    std::vector<Leads> leads; // where each row leads, when it is touched
};
View view(Page, const Facts&, const core::content::Texts&);
// One after the other: three ways would leave no room for what is told.
bool asks_the_day(const Facts&);
bool asks_about_damage(const Facts&);

// What the app does for it.
struct Hands {
    std::function<Facts()> facts; // asked on every frame: must be cheap
    std::function<void()> send;   // asks for a round; may not wait
    std::function<void()> believe_the_clock;
    std::function<void()> damage_seen = [] {};
};

class Screen : public ui::Screen {
public:
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&, Hands);
    ui::Move frame(ui::Ui&) override;

private:
    void touched(const sheet::Intent&, const Facts&);
    static Leads leads(const sheet::Intent&, const View&);
    void send(const Facts&);
    void see_damage();
    bool allowed();

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    Hands hands_;
    Page page_ = Page::all;
    sheet::Typing typed_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::health
