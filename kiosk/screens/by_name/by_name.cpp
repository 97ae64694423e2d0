// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/by_name/by_name.hpp"

#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::by_name {

using core::content::Texts;

namespace {

void ask(Model& model, Step step)
{
    model.step = step;
    model.list = {};
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    const bool on = model.allowed == ByName::yes;
    sheet::View view;
    view.kind = sheet::Kind::ask;
    view.title = texts("by_name.title");
    switch (model.step) {
    case Step::now:
        view.told = texts(on ? "by_name.on" : "by_name.off");
        view.icon = on ? ui::Icon::person : ui::Icon::card;
        view.ways = {{texts(on ? "by_name.turn_off" : "by_name.turn_on")}, {texts("by_name.keep")}};
        break;
    case Step::sure:
        view.title = texts("by_name.sure");
        view.told = texts("by_name.sure.told");
        view.icon = ui::Icon::help;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("by_name.sure.yes")}, {texts("by_name.sure.no")}};
        break;
    case Step::told:
        view.told = model.told;
        view.icon = on ? ui::Icon::person : ui::Icon::card;
        view.ways = {{texts("members.done"), {}, ui::Icon::check}};
        break;
    }
    return view;
}

Effect update(Model& model, const sheet::Intent& intent)
{
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    if (choice == nullptr) return Effect::none;
    const bool keep = choice->which == 1;
    switch (model.step) {
    case Step::now:
        if (keep) return Effect::leave;
        if (model.allowed == ByName::no) return Effect::allow;
        ask(model, Step::sure);
        return Effect::none;
    case Step::sure:
        if (!keep) return Effect::forbid;
        ask(model, Step::now);
        return Effect::none;
    case Step::told:
        return Effect::leave;
    }
    return Effect::none;
}

void tell(Model& model, std::string told)
{
    ask(model, Step::told);
    model.told = std::move(told);
}

bool back(Model& model)
{
    if (model.step != Step::sure) return false;
    ask(model, Step::now);
    return true;
}

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
               const core::base::Clock& clock, std::function<void()> send)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, send_{std::move(send)}
{
    const auto centre =
        core::actions::allowed(*store.begin(), kiosk, *visit.staff, core::people::Right::choose_ways);
    if (centre)
        model_.allowed = centre->now.by_name();
    else
        tell(model_, refusal_text(visit_, centre.error()));
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, visit_.texts()), typed_, model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    const auto effect = intent ? update(model_, *intent) : Effect::none;
    if (effect == Effect::leave) return ui::Back{};
    if (effect == Effect::allow) choose(ByName::yes);
    if (effect == Effect::forbid) choose(ByName::no);
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::choose(ByName allowed)
{
    using core::actions::NotDone;
    const auto& texts = visit_.texts();
    const auto done = core::actions::choose_by_name(store_, kiosk_, *visit_.staff, allowed, clock_);
    if (!done && done.error() != NotDone::already) {
        tell(model_, refusal_text(visit_, done.error()));
        return;
    }
    model_.allowed = allowed;
    tell(model_, texts(allowed == ByName::yes ? "by_name.turned_on" : "by_name.turned_off"));
    send_();
}

} // namespace frikort::kiosk::screens::by_name
