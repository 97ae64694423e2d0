// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/job_desk/screen.hpp"

#include "core/actions/jobs.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::job_desk {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}
{
    read();
}

void Screen::read()
{
    const auto centre =
        actions::allowed(*store_.begin(), kiosk_, *visit_.staff, core::people::Right::keep_jobs);
    if (centre)
        model_.jobs = centre->now.jobs();
    else
        model_.told = refusal_text(visit_, centre.error());
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = sheet::draw(ui, view(model_, visit_.texts()), model_.typed,
                                    step == Step::list ? model_.list : model_.rows);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    perform(update(model_, *intent));
    if (model_.step != step) ui.screen_changed();
    return ui::Stay{};
}

void Screen::perform(Effect effect)
{
    if (effect == Effect::none) return;
    const bool saving = effect == Effect::save;
    std::optional<actions::NotDone> refused;
    if (saving) {
        const auto saved = actions::post_job(store_, kiosk_, *visit_.staff, model_.which, model_.job, clock_);
        if (!saved) refused = saved.error();
    } else {
        const auto removed = actions::remove_job(store_, kiosk_, *visit_.staff, *model_.which, clock_);
        if (!removed) refused = removed.error();
    }
    const auto& texts = visit_.texts();
    done(model_,
         refused ? refusal_text(visit_, *refused) : texts(saving ? "job_desk.saved" : "job_desk.removed"));
    read();
}

} // namespace frikort::kiosk::screens::job_desk
