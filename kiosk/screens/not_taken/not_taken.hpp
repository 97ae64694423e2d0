// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/not_taken.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// What the server did not take, for staff: why, how many, and which numbers (sync.md R3). Whose lines they
// are nobody knows here. Pure but for the screen.
namespace frikort::kiosk::screens::not_taken {

// Lines that share a reason, and whether staff laid them aside.
struct Group {
    std::string reason;
    bool aside = false;
    std::vector<core::records::Id> ids;
    std::vector<std::uint64_t> numbers; // each once, the smallest first
};
// Those that want somebody first; forks before all, for they wait for staff alone.
std::vector<Group> grouped(const std::vector<core::actions::NotTaken>&);

// "12, 14-20"
std::string which(const std::vector<std::uint64_t>& numbers, const core::content::Texts&);

sheet::View view(const std::vector<Group>&, const core::content::Texts&);
sheet::View view(const Group&, const core::content::Texts&);

class Screen : public ui::Screen {
public:
    // `send` asks for a round, and may not wait.
    Screen(Visit&, Doors&, core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&,
           std::function<void()> send);
    ui::Move frame(ui::Ui&) override;

private:
    void read();
    void touched(const sheet::Intent&);
    void done(const core::base::Result<void, core::actions::NotDone>&);

    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    std::function<void()> send_;
    std::vector<Group> groups_;
    core::actions::NotTakenCount read_; // how many there were
    std::optional<Group> chosen_;
    std::string refused_; // why nothing is shown
    sheet::Typing typed_;
    ui::ListState list_, words_;
};

} // namespace frikort::kiosk::screens::not_taken
