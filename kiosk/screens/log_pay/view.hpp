// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <vector>

#include "core/content/texts.hpp"
#include "kiosk/screens/log_pay/log_pay.hpp"

// What each question says: finished texts, computed anew for every frame. Pure.
namespace frikort::kiosk::screens::log_pay {

// One thing that can be chosen, and what choosing it means.
struct Choice {
    std::string title, detail;
    ui::Icon icon = ui::Icon::none;
    Intent intent;
    ui::Enabled enabled = ui::Enabled::yes;
};

struct View {
    Step step = Step::day;
    std::string title, corner; // "1 af 4"
    std::string told;          // what to know, or what was wrong
    bool wrong = false;
    std::vector<Choice> choices;
    // Typing.
    std::string field, field_name, unit, action, extra; // unit: of an empty field; extra: "Ved ikke"
    std::string space, erase, digits, letters;
    // Check.
    struct Card {
        Step step;
        ui::Icon icon;
        std::string question, answer, brief;
        ui::Privacy privacy = ui::Privacy::open;
    };
    std::vector<Card> cards;
    std::string change, save;
    // Yes or no, and what was saved.
    std::string yes, no_, again;
    bool amount_shown = false; // `told` holds an amount
};

// What the questions offer: places this notebook has, most recent first; years that may be chosen.
struct Offers {
    std::vector<std::string> places;
    std::vector<int> years;
};

View view(const Model&, const Day&, const Offers&, const core::content::Texts&);

} // namespace frikort::kiosk::screens::log_pay
