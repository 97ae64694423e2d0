// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/job_desk/job_desk.hpp"

namespace frikort::kiosk::screens::job_desk {

using core::content::Texts;

namespace {

sheet::View typing(const Model& model, const char* title, const char* hint, const Texts& texts)
{
    auto view = sheet::typing(texts(title), model.typed, sheet::Seen::letters, texts);
    view.hint = texts(hint);
    view.wrong = model.problem != Model::Problem::none;
    if (view.wrong) view.told = texts(model.problem == Model::Problem::cpr ? "wrong.cpr" : "wrong.no_words");
    return view;
}

void fill_list(sheet::View& view, const Model& model, const Texts& texts)
{
    view.title = texts("desk.jobs");
    view.icon = ui::Icon::work;
    view.told = model.told;
    if (model.jobs.empty()) view.told += (view.told.empty() ? "" : " ") + texts("jobs.none");
    for (const auto& [id, job, origin] : model.jobs)
        view.lines.push_back({.title = job.place, .detail = job.work, .touchable = ui::Touchable::yes});
    view.ways = {{texts("job_desk.add"), {}, ui::Icon::add}};
}

void fill_check(sheet::View& view, const Model& model, const Texts& texts)
{
    view.title = texts(model.which ? "job_desk.one" : "job_desk.check");
    view.lines_fill = true;
    const auto line = [&](const char* title, const std::string& answer, ui::Icon icon) {
        view.lines.push_back({.title = texts(title),
                              .detail = answer,
                              .value = texts("job_desk.change"),
                              .touchable = ui::Touchable::yes,
                              .icon = icon});
    };
    line("jobs.place", model.job.place, ui::Icon::place);
    line("jobs.work", model.job.work, ui::Icon::work);
    line("jobs.how", model.job.how, ui::Icon::chat);
    if (model.which) view.ways.push_back({texts("job_desk.remove"), {}, ui::Icon::trash});
    view.ways.push_back(
        {texts("job_desk.save"), {}, ui::Icon::check, model.changed ? ui::Enabled::yes : ui::Enabled::no});
}

} // namespace

sheet::View view(const Model& model, const Texts& texts)
{
    sheet::View view;
    view.kind = sheet::Kind::list;
    switch (model.step) {
    case Step::list:
        fill_list(view, model, texts);
        break;
    case Step::place:
        return typing(model, "job_desk.place", "job_desk.place.hint", texts);
    case Step::work:
        return typing(model, "job_desk.work", "job_desk.work.hint", texts);
    case Step::how:
        return typing(model, "job_desk.how", "job_desk.how.hint", texts);
    case Step::check:
        fill_check(view, model, texts);
        break;
    case Step::remove:
        view.kind = sheet::Kind::ask;
        view.title = texts("job_desk.remove.title");
        view.told = texts("job_desk.remove.ask", {{"place", model.job.place}});
        view.icon = ui::Icon::help;
        view.tint = ui::Ground::sand;
        view.ways = {{texts("job_desk.remove.yes"), {}, ui::Icon::trash}, {texts("job_desk.remove.no")}};
        break;
    }
    return view;
}

} // namespace frikort::kiosk::screens::job_desk
