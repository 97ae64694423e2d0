// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/entries/screen.hpp"

#include "core/actions/correct_earning.hpp"

namespace frikort::kiosk::screens::entries {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, int year)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}
{
    model_.year = year;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (!read_) {
        read_ = actions::read_notebook(store_, *visit_.notebook);
        centre_ = actions::our_centre(store_, kiosk_);
        view_.reset();
        const auto* entry = model_.entry ? read_->book.find(*model_.entry) : nullptr;
        if (entry && entry->withdrawn) model_.page = Page::list;
    }
    const auto intent = draw(ui, model_, current_view());
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto page = model_.page;
    const auto effect = update(model_, *intent);
    if (model_.page != page) ui.screen_changed();
    if (effect == Effect::show) visit_.numbers_shown = true;
    if (effect == Effect::withdraw) withdraw();
    if (effect == Effect::correct) {
        read_.reset();
        return ui::Open{doors_.correct(*model_.entry)};
    }
    if (effect == Effect::sign) {
        read_.reset();
        return ui::Open{doors_.sign_here(*model_.entry)};
    }
    return ui::Stay{};
}

const View& Screen::current_view()
{
    Of now{model_.page, model_.year, model_.entry, visit_.numbers_shown, visit_.language()};
    if (!view_ || of_ != now)
        view_ = view(model_, read_->book, visit_.numbers_shown, staff(), visit_.texts());
    of_ = std::move(now);
    return *view_;
}

Staff Screen::staff() const
{
    if (!centre_) return {};
    return {!centre_->now.members().empty(), [this](const core::notebook::Signer& signer) {
                return centre_->now.name_of({signer.bytes}).has_value();
            }};
}

void Screen::withdraw()
{
    // What it refuses (an entry taken back meanwhile) leaves things as they are: the list is read anew.
    (void)actions::correct_earning(store_, kiosk_, *visit_.notebook, *model_.entry,
                                   core::notebook::Withdrawn{}, std::nullopt, clock_);
    read_.reset();
}

} // namespace frikort::kiosk::screens::entries
