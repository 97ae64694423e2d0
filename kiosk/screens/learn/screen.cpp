// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/learn/screen.hpp"

#include <algorithm>

namespace frikort::kiosk::screens::learn {

ui::Move Menu::frame(ui::Ui& ui)
{
    const auto shown = menu(shelf_(visit_.language()), guides_(visit_.language()), visit_.texts());
    const auto touched = draw(ui, list_, shown);
    if (const auto move = bar_move(draw_bar(ui, visit_), doors_.display())) return *move;
    if (!touched) return ui::Stay{};
    const auto& choice = shown.choices[*touched];
    switch (choice.leads) {
    case Leads::page:
        return ui::Open{doors_.page(choice.page)};
    case Leads::five:
        return ui::Open{doors_.guide()};
    case Leads::pay:
        return ui::Open{doors_.pay_guide(year_)};
    case Leads::limit:
        break;
    }
    return ui::Open{doors_.limit(year_)};
}

ui::Move Reading::frame(ui::Ui& ui)
{
    const auto& pages = shelf_(visit_.language());
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const auto& page) { return page.id == page_; });
    if (found == pages.end()) return ui::Back{}; // left out in the language that was chosen meanwhile
    step_ = std::min(step_, found->steps.size() - 1);
    const auto next = draw(ui, list_, view(*found, step_, links_, notes_, allowances_, visit_.texts()));
    const auto bar = draw_bar(ui, visit_);
    const auto turn_to = [&](std::size_t step) {
        step_ = step;
        list_ = {};
        ui.screen_changed();
    };
    if (bar == BarTouch::back && step_ > 0) {
        turn_to(step_ - 1);
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!next) return ui::Stay{};
    if (step_ + 1 == found->steps.size()) return ui::Back{};
    turn_to(step_ + 1);
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::learn
