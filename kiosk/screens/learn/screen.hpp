// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/learn/learn.hpp"

namespace frikort::kiosk::screens::learn {

using Pages = std::vector<core::content::Page>;
// The pages in a language; they outlive the screens.
using Shelf = std::function<const Pages&(const std::string& language)>;
using GuidesIn = std::function<Guides(const std::string& language)>;

class Menu : public ui::Screen {
public:
    Menu(Visit& visit, Doors& doors, Shelf shelf, GuidesIn guides, int year)
        : visit_{visit}, doors_{doors}, shelf_{std::move(shelf)}, guides_{std::move(guides)}, year_{year}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    Shelf shelf_;
    GuidesIn guides_;
    int year_; // whose limit is asked about
    ui::ListState list_;
};

class Reading : public ui::Screen {
public:
    Reading(Visit& visit, Doors& doors, Shelf shelf, const core::content::Links& links,
            const core::content::Notes& notes, const core::allowance::Allowances& allowances,
            std::string page)
        : visit_{visit}, doors_{doors}, shelf_{std::move(shelf)}, links_{links}, notes_{notes},
          allowances_{allowances}, page_{std::move(page)}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    Shelf shelf_;
    const core::content::Links& links_;
    const core::content::Notes& notes_;
    const core::allowance::Allowances& allowances_;
    std::string page_;
    std::size_t step_ = 0;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::learn
