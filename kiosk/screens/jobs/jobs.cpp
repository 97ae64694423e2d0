// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/jobs/jobs.hpp"

#include "core/actions/jobs.hpp"

namespace frikort::kiosk::screens::jobs {

sheet::View view(const Model& model, const core::content::Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::list;
    view.ways = {{texts("jobs.help"), {}, ui::Icon::chat}};
    if (model.open) {
        const auto& job = model.jobs.at(*model.open).job;
        view.title = texts("jobs.one");
        view.lines_fill = true;
        view.lines = {{.title = texts("jobs.place"), .detail = job.place, .icon = ui::Icon::place},
                      {.title = texts("jobs.work"), .detail = job.work, .icon = ui::Icon::work},
                      {.title = texts("jobs.how"), .detail = job.how, .icon = ui::Icon::chat}};
        return view;
    }
    view.title = texts("jobs.title");
    view.icon = ui::Icon::work;
    if (model.jobs.empty()) view.told = texts("jobs.none");
    for (const auto& [id, job, origin] : model.jobs)
        view.lines.push_back({.title = job.place,
                              .detail = job.work,
                              .touchable = ui::Touchable::yes,
                              .icon = ui::Icon::work});
    return view;
}

bool update(Model& model, const sheet::Intent& intent)
{
    if (std::holds_alternative<sheet::Way>(intent)) return true;
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    if (choice != nullptr && !model.open && choice->which < model.jobs.size()) {
        model.open = choice->which;
        model.page = {};
    }
    return false;
}

bool back(Model& model)
{
    const bool was_open = model.open.has_value();
    model.open.reset();
    return was_open;
}

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk)
    : visit_{visit}, doors_{doors}
{
    model_.jobs = core::actions::jobs_here(store, kiosk);
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const bool page = model_.open.has_value();
    const auto intent =
        sheet::draw(ui, view(model_, visit_.texts()), typed_, page ? model_.page : model_.list);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    if (update(model_, *intent)) return ui::Open{doors_.help_with(core::support::Topic::job)};
    if (model_.open.has_value() != page) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::jobs
