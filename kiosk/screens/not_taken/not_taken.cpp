// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/not_taken/not_taken.hpp"

#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::not_taken {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, std::function<void()> send)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, send_{std::move(send)}
{
    read();
}

void Screen::read()
{
    const auto work = store_.begin();
    const auto may = actions::allowed(*work, kiosk_, *visit_.staff, core::people::Right::see_health);
    if (!may) {
        groups_.clear();
        refused_ = refusal_text(visit_, may.error());
        return;
    }
    groups_ = grouped(actions::not_taken(*work));
    read_ = actions::count_not_taken(*work);
}

void Screen::done(const core::base::Result<void, actions::NotDone>& result)
{
    chosen_.reset();
    list_ = {};
    words_ = {};
    if (!result) refused_ = refusal_text(visit_, result.error());
    read();
}

void Screen::touched(const sheet::Intent& intent)
{
    if (std::holds_alternative<sheet::Way>(intent) && !chosen_) {
        done(actions::send_all_again(store_, kiosk_, *visit_.staff, clock_));
        send_();
        return;
    }
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    if (choice == nullptr) return;
    if (!chosen_) {
        if (choice->which < groups_.size()) chosen_ = groups_[choice->which];
    } else if (!chosen_->aside && choice->which == 0) {
        done(actions::lay_aside(store_, kiosk_, *visit_.staff, chosen_->ids, clock_));
    } else {
        done(actions::send_again(store_, kiosk_, *visit_.staff, chosen_->ids, clock_));
        send_();
    }
}

ui::Move Screen::frame(ui::Ui& ui)
{
    // A round may have ended meanwhile.
    if (!chosen_ && refused_.empty() && !(actions::count_not_taken(*store_.begin()) == read_)) read();
    const bool one = chosen_.has_value();
    auto shown = one ? view(*chosen_, visit_.texts()) : view(groups_, visit_.texts());
    if (!refused_.empty()) shown.told = refused_;
    const auto intent = sheet::draw(ui, shown, typed_, one ? words_ : list_);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back && one) {
        chosen_.reset();
        words_ = {};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    touched(*intent);
    if (chosen_.has_value() != one) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::not_taken
