// SPDX-License-Identifier: MPL-2.0
#include "kiosk/app/house.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "core/actions/by_name.hpp"
#include "core/actions/called.hpp"
#include "core/actions/open_notebook.hpp"
#include "core/actions/our_centre.hpp"
#include "core/actions/pay_for_card.hpp"
#include "core/actions/settle.hpp"
#include "core/actions/sign_in.hpp"
#include "kiosk/app/forgetting.hpp"
#include "kiosk/screens/asking/asking.hpp"
#include "kiosk/screens/home/home.hpp"
#include "kiosk/screens/parts.hpp"
#include "kiosk/widgets/page.hpp"

namespace frikort::kiosk::app {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::seconds;

screens::trouble::Kind told_as(core::store::StoreFailure::Kind kind)
{
    using Kind = core::store::StoreFailure::Kind;
    switch (kind) {
    case Kind::full:
        return screens::trouble::Kind::full;
    case Kind::read_only:
        return screens::trouble::Kind::read_only;
    case Kind::damaged:
    case Kind::foreign:
    case Kind::newer:
        return screens::trouble::Kind::damaged;
    default:
        return screens::trouble::Kind::other;
    }
}

House::House(core::store::Store& store, core::actions::Kiosk& kiosk, const core::base::Clock& clock,
             const Assets& assets, devices::Speaker& speaker, Idle::Patience patience, std::string language)
    : store_{store}, kiosk_{kiosk}, clock_{clock}, assets_{assets}, language_{std::move(language)},
      reader_{speaker}, idle_{patience}
{
    visit_.emplace(
        [this](const std::string& wanted) -> const core::content::Texts& { return assets_.of(wanted); },
        language_);
    navigator_.emplace([this] {
        return std::make_unique<screens::home::Screen>(*visit_, *this, [this] { return waiting(); });
    });
}

void House::frame(ui::Ui& ui)
{
    if (somebody_there(ui) || !something_to_put_away()) stay_awake(ui.now());
    if (idle().at(ui.now()) == Idle::State::over) end_visit(ui);
    try {
        keep_time(ui);
        take_in_news();
        const bool ask = idle().at(ui.now()) == Idle::State::asking;
        if (ask != asking_) ui.screen_changed();
        asking_ = ask;
        if (asking_)
            draw_asking(ui);
        else
            draw_screens(ui);
        read_aloud(ui);
    } catch (const core::store::StoreFailure& failure) {
        trouble_ = told_as(failure.kind);
        damage_met_ |= failure.kind == core::store::StoreFailure::Kind::damaged;
        ui.again();
    }
    dress(ui);
}

void House::read_aloud(ui::Ui& ui)
{
    const bool home = navigator_->depth() == 1 && !trouble_;
    reader_.frame(ui, *visit_,
                  asking_ ? Reader::Where::asking
                  : home  ? Reader::Where::home
                          : Reader::Where::elsewhere);
}

// Somebody who listens is there, though not for ever: a voice that never ends would keep a notebook open.
bool House::somebody_there(const ui::Ui& ui)
{
    if (ui.touched()) last_touch_ = ui.now();
    return ui.touched() || (!asking_ && reader_.busy() && ui.now() - last_touch_ < 5min);
}

void House::draw_screens(ui::Ui& ui)
{
    if (trouble_) {
        if (screens::trouble::draw(ui, trouble_list_, *visit_, *trouble_)) end_visit(ui);
        return;
    }
    if (visit_->dismissed) {
        draw_dismissed(ui);
        return;
    }
    const auto depth = navigator_->depth();
    navigator_->frame(ui);
    if (navigator_->depth() < depth) waiting_.reset(); // whatever was done there
    note_opened();
    const int opened = (visit_->notebook ? 1 : 0) + (visit_->staff ? 1 : 0) + (visit_->request ? 1 : 0);
    const bool both = opened > 1; // no way leads there
    if (both || (navigator_->depth() == 1 && (opened > 0 || visit_->over))) end_visit(ui);
    if (visit_->dismissed) {
        visit_->staff.reset();
        navigator_->go_home(); // its screens look at who is signed in
        ui.screen_changed();
        ui.again();
    }
}

void House::note_opened()
{
    if (visit_->notebook && !notebook_noted_) {
        notebook_noted_ = true;
        core::actions::note_use(store_, kiosk_, *visit_->notebook, clock_);
    }
    if (visit_->staff && !staff_noted_) {
        staff_noted_ = true;
        // What it refuses changes nothing: the desk's own actions will say so.
        (void)core::actions::deliver_kept_pay(store_, kiosk_, *visit_->staff, clock_);
    }
}

// Somebody was removed while signed in.
void House::draw_dismissed(ui::Ui& ui)
{
    const auto& texts = visit_->texts();
    const auto top = widgets::page_top(ui, texts("dismissed.title"));
    const ui::Rect page{top.x, top.y, top.w, ui.layout().bar.bottom() - top.y}; // there is no bar
    const auto way = screens::draw_question(
        ui, page, trouble_list_,
        {.icon = ui::Icon::staff,
         .words = texts("refused.not_a_member"),
         .ways = {{.label = texts("dismissed.done"), .icon = ui::Icon::home, .fill = ui::Fill::filled}}});
    if (way) end_visit(ui);
}

std::size_t House::waiting()
{
    if (!waiting_) {
        const auto centre = core::actions::our_centre(store_, kiosk_);
        waiting_ = centre ? centre->now.waiting() : 0;
    }
    return *waiting_;
}

void House::take_in_news()
{
    if (!news_heard_) return;
    auto mark = core::actions::centre_mark(*store_.begin(), kiosk_);
    if (taken_in_ != mark) {
        waiting_.reset();
        core::actions::forget_dead_codes(store_, kiosk_);
        core::actions::follow_by_name(store_, kiosk_);
        taken_in_ = std::move(mark);
    }
    if (rounds_ > 0) share_what_waits();
    news_heard_ = false;
}

// A disk that is full for this is no trouble of who stands here.
void House::share_what_waits()
{
    try {
        still_waits_.share(store_, kiosk_, clock_);
    } catch (const core::store::StoreFailure& failure) {
        if (failure.kind == core::store::StoreFailure::Kind::damaged) throw;
        spdlog::warn("what waits for an answer is not noted for the server: {}", failure.what());
    }
}

void House::stay_awake(ui::Instant now)
{
    idle_.touched(now);
    staff_idle_.touched(now);
}

void House::draw_asking(ui::Ui& ui)
{
    const auto answer = screens::asking::draw(ui, *visit_, idle().seconds_to_answer(ui.now()));
    if (answer == screens::asking::Answer::here) {
        stay_awake(ui.now());
        ui.again();
    }
    if (answer == screens::asking::Answer::close) end_visit(ui);
}

void House::keep_time(ui::Ui& ui)
{
    const auto passed = duration_cast<seconds>(ui.now() - waits_run_);
    if (passed < 1s) return;
    waits_run_ += passed;
    core::actions::run_waits(store_, passed);
    // Erased on another kiosk while it stands open here: nothing more may be shown of it or written into it.
    if (visit_->notebook && core::actions::is_erased(*store_.begin(), visit_->notebook->stream()))
        end_visit(ui);
}

bool House::something_to_put_away() const
{
    return navigator_->depth() > 1 || visit_->notebook || visit_->request || visit_->dismissed || trouble_ ||
           visit_->look != ui::Look{} || visit_->language() != language_ ||
           visit_->hearing != screens::Hearing{} || reader_.remembers();
}

void House::end_visit(ui::Ui& ui)
{
    reader_.stop(ui, *visit_);
    navigator_->go_home(); // first: the screens look at the visit
    visit_.emplace(
        [this](const std::string& wanted) -> const core::content::Texts& { return assets_.of(wanted); },
        language_);
    trouble_.reset();
    waiting_.reset();
    notebook_noted_ = staff_noted_ = false;
    stay_awake(ui.now());
    ui.screen_changed();
    ui.again();
    scrub_stack();
}

void House::dress(ui::Ui& ui) const
{
    const auto& texts = visit_->texts();
    if (ui.look() != visit_->look) {
        ui.set_look(visit_->look);
        ui.again();
    }
    ui.set_words({.more = texts("words.more"),
                  .up = texts("words.up"),
                  .erase = texts("words.erase"),
                  .comma = texts("words.comma"),
                  .erase_picture = texts("words.erase_picture"),
                  .more_pictures = texts("words.more_pictures"),
                  .chosen = texts("words.chosen"),
                  .private_number = texts("words.private_number"),
                  .empty = texts("words.empty"),
                  .qr = texts("words.qr"),
                  .hear_next = texts("words.hear_next"),
                  .choose = texts("words.choose")});
}

ui::Instant House::until_change(ui::Instant now) const
{
    const auto by_reading = reader_.until_change(now);
    if (!something_to_put_away()) return std::min<ui::Instant>(1min, by_reading);
    return std::clamp<ui::Instant>(std::min(idle().until_change(now), by_reading), 0ms, 1s);
}

} // namespace frikort::kiosk::app
