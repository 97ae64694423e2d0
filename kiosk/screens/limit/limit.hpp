// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <vector>

#include "core/allowance/allowance.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Om grænsen": every known limit with its year, its source and when it was checked (product.md rule 1).
namespace frikort::kiosk::screens::limit {

struct View {
    struct Line {
        std::string year, amount, source;
    };
    std::string title;
    std::string told;        // what the limit is, and what is not known
    std::vector<Line> lines; // newest first
    std::string changes;     // that it may be another next year
};
View view(int year, const core::allowance::Allowances&, const core::content::Texts&);
void draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, const core::allowance::Allowances& allowances, int year)
        : visit_{visit}, doors_{doors}, allowances_{allowances}, year_{year}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    const core::allowance::Allowances& allowances_;
    int year_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::limit
