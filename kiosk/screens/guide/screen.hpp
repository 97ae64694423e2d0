// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"
#include "kiosk/screens/guide/guide.hpp"

namespace frikort::kiosk::screens::guide {

// What it says in a language; nothing where that is damaged. Outlives the screen.
using WordsIn = std::function<const core::guide::Words*(const std::string& language)>;

// Knows no store: the answers cannot be kept.
class Screen : public ui::Screen {
public:
    Screen(Visit& visit, Doors& doors, WordsIn words, const core::content::Links& links)
        : visit_{visit}, doors_{doors}, words_{std::move(words)}, links_{links}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    WordsIn words_;
    const core::content::Links& links_;
    Model model_;
};

} // namespace frikort::kiosk::screens::guide
