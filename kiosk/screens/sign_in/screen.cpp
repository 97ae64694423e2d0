// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/sign_in/screen.hpp"

#include "core/actions/member_codes.hpp"

namespace frikort::kiosk::screens::sign_in {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, std::optional<core::people::CentreCard> card)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock},
      model_{begin(actions::members_here(store, kiosk))}
{
    if (!card) return;
    model_.card = std::move(card);
    look();
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, ui.now(), visit_.texts()),
                                    step == Step::own ? model_.own.typed : model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (step == Step::opening || step == Step::mending) return open(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto effect = update(model_, *intent, ui.now());
    if (effect == Effect::look) look();
    if (effect == Effect::open || effect == Effect::mend) {
        pictures_of_opening_ = 0;
        ui.again();
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::look()
{
    const auto centre = actions::our_centre(store_, kiosk_);
    const bool ours = centre && actions::opened_by(*model_.card, *centre);
    looked(model_, ours ? std::optional{centre->now.members()} : std::nullopt);
}

bool Screen::mend()
{
    const auto& who = model_.who->id;
    const auto& card = *model_.card;
    if (has_code_here(model_, *model_.who))
        return actions::give_new_code(store_, kiosk_, card, who, *model_.code, clock_).has_value();
    return actions::let_in_here(store_, kiosk_, card, who, *model_.code, clock_).has_value();
}

ui::Move Screen::open(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_opening_ < 2) return ui::Stay{};
    ui.screen_changed();
    if (model_.step == Step::mending && !mend()) {
        not_mended(model_);
        return ui::Stay{};
    }
    auto staff = actions::sign_in(store_, kiosk_, model_.who->id, *model_.code);
    if (!staff) {
        not_opened(model_, staff.error(), ui.now());
        return ui::Stay{};
    }
    visit_.staff = std::move(*staff);
    return ui::Replace{doors_.desk()};
}

} // namespace frikort::kiosk::screens::sign_in
