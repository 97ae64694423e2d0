// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/actions/kiosk.hpp"
#include "core/actions/our_centre.hpp"
#include "core/actions/still_waits.hpp"
#include "core/base/clock.hpp"
#include "core/store/store.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/idle.hpp"
#include "kiosk/app/link.hpp"
#include "kiosk/app/reader.hpp"
#include "kiosk/devices/speaker.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/fetching.hpp"
#include "kiosk/screens/join/join.hpp"
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
    // The kiosk learns of its centre when the staff set it up.
    House(core::store::Store&, core::actions::Kiosk&, const core::base::Clock&, const Assets&,
          devices::Speaker&, Idle::Patience = Idle::Patience::standard(), std::string language = "da");

    // What is now known of the server; from the start: that there is none.
    void set_link(const Link& link) { link_ = link; }
    // The store was found damaged and nobody stands before that news any more: whoever opened it opens it
    // anew, and mends it.
    bool wants_a_new_beginning() const { return damage_met_ && !trouble_; }
    // What sends what waits, at once; nobody does until it is said who.
    void on_send(std::function<void()> send) { send_ = std::move(send); }
    // Who asks for cards that are not known here; nobody until it is said. Must outlive this.
    void on_fetch(screens::Fetching& fetching) { fetching_ = &fetching; }
    // A round ended, and perhaps something came from elsewhere.
    void hear_news()
    {
        ++rounds_;
        news_heard_ = true;
    }
    // Free bytes on the disk; not known until it is said who knows.
    void on_free_bytes(std::function<std::optional<std::uint64_t>()> free) { free_bytes_ = std::move(free); }
    // Staff say that the machine's clock is right (sync.md R10).
    void on_day_confirmed(std::function<void()> confirm) { confirm_day_ = std::move(confirm); }
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
    ui::ScreenFactory staff() override;
    ui::ScreenFactory desk() override;
    ui::ScreenFactory members() override;
    ui::ScreenFactory deeds() override;
    ui::ScreenFactory health() override;
    ui::ScreenFactory not_taken() override;
    ui::ScreenFactory books() override;
    ui::ScreenFactory by_name() override;
    ui::ScreenFactory pay_for() override;
    ui::ScreenFactory log_pay_for(std::string number) override;
    ui::ScreenFactory sign_here(core::base::Id entry) override;
    ui::ScreenFactory own_book(int year) override;
    ui::ScreenFactory renew(screens::Renewing) override;
    ui::ScreenFactory take_home(int year) override;
    ui::ScreenFactory erase_book() override;
    ui::ScreenFactory guide() override;
    ui::ScreenFactory pay_guide(int year) override;
    ui::ScreenFactory jobs() override;
    ui::ScreenFactory job_desk() override;
    ui::ScreenFactory requests() override;
    ui::ScreenFactory help() override;
    ui::ScreenFactory help_with(core::support::Topic) override;
    ui::ScreenFactory messages() override;
    ui::ScreenFactory receipt(std::optional<core::people::Receipt>) override;
    ui::ScreenFactory office_number(screens::NumberAfter) override;
    ui::ScreenFactory let_in(core::people::CentreCard) override;

    void draw_screens(ui::Ui&);
    void draw_asking(ui::Ui&);
    void draw_dismissed(ui::Ui&);
    void keep_time(ui::Ui&);
    // Whether the next person would find anything of this one.
    bool something_to_put_away() const;
    // The visit is over: every screen, key and setting goes.
    void end_visit(ui::Ui&);
    void dress(ui::Ui&) const;
    void read_aloud(ui::Ui&);
    bool somebody_there(const ui::Ui&);
    std::vector<int> years() const;
    // Somebody opened a notebook, or signed in: what is to be done then, once.
    void note_opened();
    // Which patience holds now: staff are locked out after five minutes.
    const Idle& idle() const { return visit_->staff ? staff_idle_ : idle_; }
    void stay_awake(ui::Instant now);
    // How many citizens wait for an answer; read again when there is reason to.
    std::size_t waiting();
    // If anything came of the centre: what is kept of it is asked anew, what members' codes opened that were
    // ended elsewhere goes, and what opened by name where its leaders chose so.
    void take_in_news();
    void share_what_waits();
    screens::join::Line joining_line();

    core::store::Store& store_;
    core::actions::Kiosk& kiosk_;
    const core::base::Clock& clock_;
    const Assets& assets_;
    std::string language_;
    Link link_;
    std::function<void()> send_ = [] {};
    screens::NothingToFetch nothing_to_fetch_;
    screens::Fetching* fetching_ = &nothing_to_fetch_;
    std::function<std::optional<std::uint64_t>()> free_bytes_ = [] { return std::nullopt; };
    std::function<void()> confirm_day_ = [] {};
    std::optional<std::size_t> waiting_; // nothing: to be read
    std::uint64_t rounds_ = 0;
    bool news_heard_ = true;
    std::optional<core::actions::CentreMark> taken_in_; // how the centre stood then
    core::actions::StillWaits still_waits_;
    Reader reader_;
    Idle idle_;
    Idle staff_idle_{Idle::Patience::of_staff()};
    ui::Instant last_touch_{0};
    bool asking_ = false;
    bool notebook_noted_ = false; // of this visit
    bool staff_noted_ = false;
    std::optional<screens::trouble::Kind> trouble_;
    bool damage_met_ = false;
    ui::ListState trouble_list_;
    ui::Instant waits_run_{0};
    std::optional<screens::Visit> visit_; // before the screens, which look at it
    std::optional<ui::Navigator> navigator_;
};

} // namespace frikort::kiosk::app
