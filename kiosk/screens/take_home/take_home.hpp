// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actions/read_notebook.hpp"
#include "core/allowance/allowance.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Tag med hjem": a year of the notebook as plain text in codes that a phone reads without a network. They
// are shown only to who has uncovered the numbers or says yes.
namespace frikort::kiosk::screens::take_home {

// Bytes: 69 modules with the quiet zone (version 11, level M), so that each is half a millimetre also in big
// mode on the small panel.
inline constexpr std::size_t largest_page = 240;
inline constexpr std::size_t most_entries = 60; // the newest; then it says that there are more

// What each code says: the sum with its limit and source; the months; the payments, newest first. Each begins
// with whose numbers they are, and holds no link. Never empty.
std::vector<std::string> pages(const core::notebook::Year&, const std::vector<core::allowance::Allowance>&,
                               std::size_t unread, const core::content::Texts&);

struct Model {
    bool shown = false;
    std::size_t page = 0;
    ui::ListState list;
};

struct View {
    std::string title, corner, told;
    std::string qr, qr_name; // empty: not shown yet
    std::string go;
};
View view(const Model&, const std::vector<std::string>& pages, int year, const core::content::Texts&);

struct Go {}; // shows the first code, then the next; after the last one it is done
std::optional<Go> draw(ui::Ui&, ui::ListState&, const View&);

enum class Effect { none, leave };
Effect update(Model&, std::size_t pages);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, core::store::Store& store,
           const core::allowance::Allowances& allowances, int year)
        : visit_{visit}, doors_{doors}, store_{store}, allowances_{allowances}, year_{year}
    {
        model_.shown = visit.numbers_shown;
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    core::store::Store& store_;
    const core::allowance::Allowances& allowances_;
    int year_;
    std::optional<core::actions::ReadNotebook> read_;
    Model model_;
};

} // namespace frikort::kiosk::screens::take_home
