// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/desk/desk.hpp"

namespace frikort::kiosk::screens::desk {

using core::people::Right;

std::vector<Task> tasks(core::people::Role role)
{
    const std::vector<Task> all{
        {Right::answer, "desk.requests", "desk.requests.detail", ui::Icon::chat, &Doors::requests},
        {Right::write_pay, "desk.pay", "desk.pay.detail", ui::Icon::add, &Doors::pay_for},
        {Right::find_notebooks, "desk.books", "desk.books.detail", ui::Icon::book, &Doors::books},
        {Right::keep_jobs, "desk.jobs", "desk.jobs.detail", ui::Icon::work, &Doors::job_desk},
        {Right::keep_members, "desk.members", "desk.members.detail", ui::Icon::people, &Doors::members},
        {Right::see_health, "desk.health", "desk.health.detail", ui::Icon::check_circle, &Doors::health},
    };
    std::vector<Task> allowed;
    for (const auto& task : all)
        if (core::people::may(role, task.right)) allowed.push_back(task);
    return allowed;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto& texts = visit_.texts();
    const auto tasks = desk::tasks(visit_.staff->role());
    sheet::View view;
    view.kind = sheet::Kind::choose;
    view.title = texts("desk.title", {{"name", visit_.staff->name()}});
    const auto waiting = static_cast<std::int64_t>(waiting_());
    for (const auto& task : tasks) {
        const bool somebody_waits = task.right == Right::answer && waiting > 0;
        view.choices.push_back(
            {somebody_waits ? texts(task.title) + " (" + std::to_string(waiting) + ")" : texts(task.title),
             texts(task.detail), task.icon});
    }
    view.across = tasks.size() > 4 && !ui.theme().large() ? 3 : 2;
    const auto intent = sheet::draw(ui, view, typed_, list_);
    if (const auto move = bar_move(draw_bar(ui, visit_, BackPlace::empty), doors_.display())) return *move;
    const auto* choice = intent ? std::get_if<sheet::Choose>(&*intent) : nullptr;
    if (choice == nullptr) return ui::Stay{};
    return ui::Open{(doors_.*tasks[choice->which].door)()};
}

} // namespace frikort::kiosk::screens::desk
