// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/actions/kiosk.hpp"
#include "core/base/clock.hpp"
#include "core/store/store.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/idle.hpp"
#include "kiosk/app/link.hpp"
#include "kiosk/app/reader.hpp"
#include "kiosk/devices/speaker.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/trouble/trouble.hpp"
#include "kiosk/screens/visit.hpp"
#include "kiosk/ui/navigator.hpp"
#include "kiosk/ui/ui.hpp"

namespace frikort::kiosk::app {

// What people are told when the store failed.
screens::trouble::Kind told_as(core::store::StoreFailure::Kind);

// The kiosk without its window: who stands at the screen, which screen it is, and when all is put away. One
// thread. Everything handed in must outlive it.
class House : public screens::Doors {
public:
    House(core::store::Store&, const core::actions::Kiosk&, const core::base::Clock&, const Assets&,
          devices::Speaker&, Idle::Patience = Idle::Patience::standard(), std::string language = "da");

    // What is now known of the server; from the start: that there is none.
    void set_link(const Link& link) { link_ = link; }
    // What sends what waits, at once; nobody does until it is said who.
    void on_send(std::function<void()> send) { send_ = std::move(send); }
    // Draws whatever is to be seen now. Keeps looks and words of the Ui in step with the visit.
    void frame(ui::Ui&);
    // How long the loop may sleep when nothing comes in: what is on the screen changes by itself then.
    ui::Instant until_change(ui::Instant now) const;

private:
    ui::ScreenFactory door() override;
    ui::ScreenFactory new_notebook(std::optional<core::people::Card>) override;
    ui::ScreenFactory open_with_card(std::optional<core::people::Card>) override;
    ui::ScreenFactory open_with_name() override;
    ui::ScreenFactory overview() override;
    ui::ScreenFactory entries(int year) override;
    ui::ScreenFactory limit(int year) override;
    ui::ScreenFactory log_pay() override;
    ui::ScreenFactory correct(core::base::Id) override;
    ui::ScreenFactory learn() override;
    ui::ScreenFactory page(std::string id) override;
    ui::ScreenFactory display() override;
    ui::ScreenFactory about() override;

    void draw_screens(ui::Ui&);
    void draw_asking(ui::Ui&);
    void keep_time(ui::Ui&);
    // Whether the next person would find anything of this one.
    bool something_to_put_away() const;
    // The visit is over: every screen, key and setting goes.
    void end_visit(ui::Ui&);
    void dress(ui::Ui&) const;
    void read_aloud(ui::Ui&);
    bool somebody_there(const ui::Ui&);
    std::vector<int> years() const;

    core::store::Store& store_;
    const core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    const Assets& assets_;
    std::string language_;
    Link link_;
    std::function<void()> send_ = [] {};
    Reader reader_;
    Idle idle_;
    ui::Instant last_touch_{0};
    bool asking_ = false;
    std::optional<screens::trouble::Kind> trouble_;
    ui::ListState trouble_list_;
    ui::Instant waits_run_{0};
    std::optional<screens::Visit> visit_; // before the screens, which look at it
    std::optional<ui::Navigator> navigator_;
};

} // namespace frikort::kiosk::app
