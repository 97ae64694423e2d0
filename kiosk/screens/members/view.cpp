// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/members/members.hpp"

namespace frikort::kiosk::screens::members {

using core::content::Texts;
using core::people::Role;

namespace {

void fill_list(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::list;
    view.title = texts("members.title");
    for (const auto& member : model.members) {
        const auto role = role_text(member.role, texts);
        const auto detail = has_code_here(model, member) ? role : texts("members.not_here", {{"role", role}});
        view.lines.push_back({member.name, detail, {}, ui::Touchable::yes});
    }
    view.ways = {{texts("deeds.title"), {}, ui::Icon::list}, {texts("members.add"), {}, ui::Icon::add}};
}

sheet::Choice choice_of(Task task, const Model& model, const Texts& texts)
{
    switch (task) {
    case Task::let_in:
        return {texts("members.let_in"), texts("members.let_in.detail"), ui::Icon::add};
    case Task::change_role:
        return {texts("members.role"),
                texts("members.role.now", {{"role", role_text(model.who->role, texts)}}), ui::Icon::staff};
    case Task::new_code:
        return {texts("members.code"), texts("members.code.detail"), ui::Icon::key};
    default:
        return {texts("members.remove"), texts("members.remove.detail"), ui::Icon::trash};
    }
}

void fill_one(sheet::View& view, const Model& model, const Texts& texts)
{
    view.kind = sheet::Kind::choose;
    view.title = model.who->name;
    view.across = 1;
    for (const auto task : tasks(model)) view.choices.push_back(choice_of(task, model, texts));
}

void fill_role(sheet::View& view, const Texts& texts)
{
    view.kind = sheet::Kind::choose;
    view.title = texts("members.role.title");
    view.across = 1;
    view.choices = {{texts("role.volunteer"), texts("role.volunteer.detail"), ui::Icon::person},
                    {texts("role.staff"), texts("role.staff.detail"), ui::Icon::staff},
                    {texts("role.leader"), texts("role.leader.detail"), ui::Icon::people}};
}

void fill_name(sheet::View& view, const Model& model, const Texts& texts)
{
    view = sheet::typing(texts("members.name"), model.typed, sheet::Seen::letters, texts);
    view.hint = texts("members.name.hint");
    view.wrong = model.problem != Model::Problem::none;
    if (view.wrong) view.told = texts(model.problem == Model::Problem::cpr ? "wrong.cpr" : "wrong.no_name");
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    sheet::View view;
    switch (model.step) {
    case Step::list:
        fill_list(view, model, texts);
        break;
    case Step::one:
        fill_one(view, model, texts);
        break;
    case Step::name:
        fill_name(view, model, texts);
        break;
    case Step::role:
        fill_role(view, texts);
        break;
    case Step::own:
        return own_code::view(model.own, texts);
    case Step::remove:
        view.kind = sheet::Kind::ask;
        view.title = texts("members.remove.title", {{"name", model.who->name}});
        view.told = texts("members.remove.ask");
        view.icon = ui::Icon::help;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("members.remove.yes"), {}, ui::Icon::trash}, {texts("members.remove.no")}};
        break;
    case Step::working:
        view.title = texts("members.title");
        view.told = texts("open.opening.told");
        view.icon = ui::Icon::people;
        break;
    case Step::told:
        view.kind = sheet::Kind::ask;
        view.title = texts("members.title");
        view.told = model.told;
        view.icon = ui::Icon::people;
        view.ways = {{texts("members.done"), {}, ui::Icon::check}};
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::members
