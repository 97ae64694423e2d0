// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/members/screen.hpp"

#include "core/actions/member_codes.hpp"
#include "core/actions/sign_in.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::members {

namespace actions = core::actions;
using actions::NotDone;

namespace {

template <class Value>
std::optional<NotDone> refusal(const core::base::Result<Value, NotDone>& result)
{
    return result ? std::nullopt : std::optional{result.error()};
}

} // namespace

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}
{
    read();
}

void Screen::read()
{
    const auto centre =
        actions::allowed(*store_.begin(), kiosk_, *visit_.staff, core::people::Right::keep_members);
    model_.here.clear();
    for (const auto& member : actions::members_here(store_, kiosk_)) model_.here.push_back(member.id);
    if (centre)
        model_.members = centre->now.members();
    else
        done(model_, refusal_text(visit_, centre.error()));
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, visit_.texts()),
                                    step == Step::own ? model_.own.typed : model_.typed, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (step == Step::working) {
        work(ui);
        return ui::Stay{};
    }
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    const auto* way = std::get_if<sheet::Way>(&*intent);
    if (step == Step::list && way != nullptr && way->which == deeds_way) return ui::Open{doors_.deeds()};
    if (update(model_, *intent)) {
        pictures_of_working_ = 0;
        ui.again();
    }
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

std::optional<NotDone> Screen::perform()
{
    const auto& leader = *visit_.staff;
    switch (model_.task) {
    case Task::add:
        return refusal(
            actions::add_member(store_, kiosk_, leader, model_.name, model_.role, *model_.code, clock_));
    case Task::change_role:
        return refusal(actions::change_role(store_, kiosk_, leader, model_.who->id, model_.role, clock_));
    case Task::new_code:
        return refusal(actions::give_new_code(store_, kiosk_, leader, model_.who->id, *model_.code, clock_));
    case Task::let_in:
        return refusal(actions::let_in_here(store_, kiosk_, leader, model_.who->id, *model_.code, clock_));
    case Task::remove:
        return refusal(actions::remove_member(store_, kiosk_, leader, model_.who->id, clock_));
    case Task::none:
        break;
    }
    return std::nullopt;
}

void Screen::work(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_working_ < 2) return;
    ui.screen_changed();
    const auto refused = perform();
    const auto& texts = visit_.texts();
    const auto name = model_.task == Task::add ? model_.name : model_.who->name;
    const auto told = [&] {
        if (refused) return refusal_text(visit_, *refused);
        switch (model_.task) {
        case Task::add:
            return texts("members.added", {{"name", name}});
        case Task::change_role:
            return texts("members.changed", {{"name", name}, {"role", role_text(model_.role, texts)}});
        case Task::let_in:
            return texts("members.let_in.done", {{"name", name}});
        case Task::new_code:
            return texts("members.new_code", {{"name", name}});
        default:
            return texts("members.removed", {{"name", name}});
        }
    };
    done(model_, told());
    if (!refused) read();
}

} // namespace frikort::kiosk::screens::members
