// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/navigator.hpp"

#include <utility>

#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::ui {

Navigator::Navigator(ScreenFactory home) : home_{std::move(home)} { stack_.push_back(home_()); }

void Navigator::frame(Ui& ui)
{
    drawing_ = true;
    Move move = stack_.back()->frame(ui);
    drawing_ = false;

    apply(std::move(move));
    for (Move& asked : std::exchange(asked_, {})) apply(std::move(asked));
    if (std::exchange(moved_, false)) {
        ui.screen_changed();
        ui.again();
    }
}

void Navigator::go_home()
{
    if (drawing_)
        asked_.emplace_back(Home{});
    else
        apply(Home{});
}

void Navigator::open(ScreenFactory screen)
{
    if (drawing_)
        asked_.emplace_back(Open{std::move(screen)});
    else
        apply(Open{std::move(screen)});
}

void Navigator::apply(Move move)
{
    if (std::holds_alternative<Stay>(move)) return;
    if (std::holds_alternative<Back>(move) && stack_.size() == 1) return;
    moved_ = true;

    if (std::holds_alternative<Back>(move)) stack_.pop_back();
    if (std::holds_alternative<Home>(move)) {
        stack_.clear();
        stack_.push_back(home_());
    }
    if (const auto* open = std::get_if<Open>(&move)) stack_.push_back(open->screen());
    if (const auto* replace = std::get_if<Replace>(&move)) {
        // The old one is gone before the new one opens: it may hold what the new one needs.
        const bool is_home = stack_.size() == 1;
        if (!is_home) stack_.pop_back();
        stack_.push_back(replace->screen());
    }
}

} // namespace frikort::kiosk::ui
