// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/members/members.hpp"

#include <algorithm>
#include <array>

#include "core/people/call_name.hpp"

namespace frikort::kiosk::screens::members {

using core::people::Role;

namespace {

constexpr std::array roles{Role::volunteer, Role::staff, Role::leader};

void ask(Model& model, Step step)
{
    model.step = step;
    model.problem = Model::Problem::none;
    model.typed.forget();
    model.list = {};
}

bool work(Model& model)
{
    ask(model, Step::working);
    return true;
}

void begin(Model& model, Task task, Step first)
{
    model.task = task;
    model.own = {};
    model.code.reset();
    ask(model, first);
}

void start(Model& model, Task task)
{
    begin(model, task,
          task == Task::change_role ? Step::role
          : task == Task::remove    ? Step::remove
                                    : Step::own);
}

bool choose(Model& model, std::size_t which)
{
    switch (model.step) {
    case Step::list:
        if (which >= model.members.size()) return false;
        model.who = model.members[which];
        ask(model, Step::one);
        return false;
    case Step::one:
        start(model, tasks(model).at(which));
        return false;
    case Step::role:
        model.role = roles.at(which);
        if (model.task == Task::change_role) return work(model);
        ask(model, Step::own);
        return false;
    case Step::remove:
        if (which == 0) return work(model);
        ask(model, Step::one);
        return false;
    case Step::told:
        ask(model, Step::list);
        return false;
    default:
        return false;
    }
}

void take_name(Model& model)
{
    auto name = core::people::free_text(model.typed.text, core::centre::longest_name);
    if (!name) {
        const bool cpr = name.error() == core::people::Unfit::looks_like_cpr;
        model.typed.forget();
        model.problem = cpr ? Model::Problem::cpr : Model::Problem::no_name;
        return;
    }
    model.name = std::move(*name);
    ask(model, Step::role);
}

} // namespace

bool has_code_here(const Model& model, const core::centre::Member& member)
{
    return std::find(model.here.begin(), model.here.end(), member.id) != model.here.end();
}

std::vector<Task> tasks(const Model& model)
{
    if (has_code_here(model, *model.who)) return {Task::change_role, Task::new_code, Task::remove};
    return {Task::let_in, Task::new_code, Task::change_role, Task::remove};
}

bool update(Model& model, const sheet::Intent& intent)
{
    if (model.step == Step::own) {
        auto code =
            own_code::update(model.own, intent, model.task == Task::add ? model.name : model.who->name);
        if (!code) return false;
        model.code = std::move(*code);
        return work(model);
    }
    if (std::holds_alternative<sheet::Read>(intent)) model.problem = Model::Problem::none;
    if (const auto* choice = std::get_if<sheet::Choose>(&intent)) return choose(model, choice->which);
    const auto* way = std::get_if<sheet::Way>(&intent);
    if (way != nullptr && model.step == Step::list && way->which == add_way)
        begin(model, Task::add, Step::name);
    if (const auto* stroke = std::get_if<sheet::Stroke>(&intent)) {
        model.problem = Model::Problem::none;
        if (std::holds_alternative<widgets::Done>(stroke->stroke))
            take_name(model);
        else
            model.typed.take(stroke->stroke, core::centre::longest_name);
    }
    return false;
}

void done(Model& model, std::string told)
{
    model.code.reset();
    model.own = {};
    model.task = Task::none;
    ask(model, Step::told);
    model.told = std::move(told);
}

bool back(Model& model)
{
    switch (model.step) {
    case Step::list:
    case Step::working:
        return false;
    case Step::one:
    case Step::name:
    case Step::told:
        ask(model, Step::list);
        return true;
    case Step::role:
        ask(model, model.task == Task::add ? Step::name : Step::one);
        return true;
    case Step::own:
        if (!own_code::back(model.own)) ask(model, model.task == Task::add ? Step::role : Step::one);
        return true;
    case Step::remove:
        ask(model, Step::one);
        return true;
    }
    return false;
}

std::string role_text(Role role, const core::content::Texts& texts)
{
    return texts(role == Role::leader  ? "role.leader"
                 : role == Role::staff ? "role.staff"
                                       : "role.volunteer");
}

} // namespace frikort::kiosk::screens::members
