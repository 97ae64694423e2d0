// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/sign_here/sign_here.hpp"

#include "core/actions/confirm_entry.hpp"

namespace frikort::kiosk::screens::sign_here {

namespace actions = core::actions;
using sign_in::Effect;
using sign_in::Step;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, core::base::Id entry)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, entry_{entry},
      model_{sign_in::begin(actions::members_here(store, kiosk))}
{
}

sheet::View Screen::view(ui::Instant now) const
{
    const auto& texts = visit_.texts();
    if (told_.empty()) {
        auto view = sign_in::view(model_, now, texts);
        if (model_.step == Step::who) {
            view.title = texts("sign_here.who");
            view.ways.clear(); // a forgotten code is mended at the staff door
        }
        if (model_.step == Step::opening) view.title = texts("sign_here.signing");
        return view;
    }
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts("sign_here.title");
    view.told = told_;
    view.icon = ui::Icon::staff;
    view.ways = {{texts("members.done"), {}, ui::Icon::check}};
    return view;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(ui.now()), model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (step == Step::opening) {
        sign(ui);
        return ui::Stay{};
    }
    if (bar == BarTouch::back) {
        if (!told_.empty() || !sign_in::back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    if (!told_.empty())
        return std::holds_alternative<sheet::Choose>(*intent) ? ui::Move{ui::Back{}} : ui::Stay{};
    if (sign_in::update(model_, *intent, ui.now()) == Effect::open) {
        pictures_of_signing_ = 0;
        ui.again();
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::sign(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_signing_ < 2) return;
    ui.screen_changed();
    const auto staff = actions::sign_in(store_, kiosk_, model_.who->id, *model_.code);
    model_.code.reset();
    if (!staff) {
        sign_in::not_opened(model_, staff.error(), ui.now());
        return;
    }
    const auto signed_ = actions::confirm_entry(store_, kiosk_, *visit_.notebook, entry_, *staff, clock_);
    model_.step = Step::who;
    const bool done = signed_ || signed_.error() == actions::NotDone::already;
    told_ = visit_.texts()(done ? "sign_here.done" : "sign_here.not_done");
}

} // namespace frikort::kiosk::screens::sign_here
