// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/help/screen.hpp"

#include "kiosk/screens/scanned.hpp"

namespace frikort::kiosk::screens::help {

namespace actions = core::actions;

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const actions::Kiosk& kiosk,
               const core::base::Clock& clock, std::optional<core::support::Topic> topic)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock},
      model_{begin(kiosk.inbox ? Staff::read : Staff::nobody_reads, topic)}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto step = model_.step;
    const auto intent = draw(ui, model_, view(model_, book(), visit_.texts()));
    const bool may_go_back = step != Step::sending && step != Step::receipt;
    const auto bar = draw_bar(ui, visit_, may_go_back ? BackPlace::there : BackPlace::empty);
    if (step == Step::sending) return send(ui);
    if (bar == BarTouch::back) {
        if (!back(model_)) return ui::Back{};
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    if (const auto* scanned = std::get_if<sheet::Scanned>(&*intent)) {
        const bool nothing_begun = step == Step::topic && !model_.checking && !visit_.notebook;
        return nothing_begun ? scanned_move(doors_, scanned->line).value_or(ui::Stay{}) : ui::Stay{};
    }
    const auto effect = update(model_, *intent, visit_.texts());
    if (model_.step != step) ui.screen_changed();
    if (effect == Effect::read)
        return ui::Open{visit_.notebook ? doors_.messages() : doors_.receipt(std::nullopt)};
    if (effect == Effect::finish) return visit_.notebook ? ui::Move{ui::Back{}} : ui::Move{ui::Home{}};
    if (effect == Effect::send) {
        pictures_of_sending_ = 0;
        ui.again();
    }
    return ui::Stay{};
}

ui::Move Screen::send(ui::Ui& ui)
{
    ui.again();
    if (++pictures_of_sending_ < 2) return ui::Stay{};
    ui.screen_changed();
    if (visit_.notebook) {
        const auto id = actions::send_request(store_, kiosk_, *visit_.notebook, model_.asked, clock_);
        if (id)
            sent(model_, std::nullopt);
        else
            not_sent(model_, id.error());
        return ui::Stay{};
    }
    auto alone = actions::send_without_notebook(store_, kiosk_, model_.asked, clock_);
    if (alone)
        sent(model_, std::move(alone->receipt));
    else
        not_sent(model_, alone.error());
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::help
