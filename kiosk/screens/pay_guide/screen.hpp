// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/pay_guide/pay_guide.hpp"

namespace frikort::kiosk::screens::pay_guide {

// What it says in a language; nothing where that is damaged. Outlives the screen.
using WordsIn = std::function<const core::guide::PayWords*(const std::string& language)>;

// Knows no store: what is typed cannot be kept.
class Screen : public ui::Screen {
public:
    // `year`: whose limit stands beside the sum.
    Screen(Visit& visit, Doors& doors, WordsIn words, const core::content::Links& links,
           const core::allowance::Allowances& allowances, int year)
        : visit_{visit}, doors_{doors}, words_{std::move(words)}, links_{links},
          allowances_{allowances}, year_{year}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    WordsIn words_;
    const core::content::Links& links_;
    const core::allowance::Allowances& allowances_;
    int year_;
    Model model_;
};

} // namespace frikort::kiosk::screens::pay_guide
