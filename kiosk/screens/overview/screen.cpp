// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/overview/screen.hpp"

#include <algorithm>

#include "core/actions/messages.hpp"
#include "kiosk/screens/happened.hpp"

namespace frikort::kiosk::screens::overview {

int first_year(const core::notebook::Book& book, const core::allowance::Allowances& allowances,
               const core::base::Clock& clock)
{
    if (clock.trusted()) return clock.today().year();
    if (const auto years = book.years(); !years.empty()) return years.front();
    const auto& all = allowances.all();
    return all.empty() ? clock.today().year() : all.back().year;
}

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
               const core::allowance::Allowances& allowances, const core::base::Clock& clock)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, allowances_{allowances}, clock_{clock}
{
}

ui::Move Screen::frame(ui::Ui& ui)
{
    if (!read_) {
        read_ = core::actions::read_notebook(store_, *visit_.notebook);
        const auto asked = core::actions::conversations(store_, kiosk_, *visit_.notebook);
        answered_ = std::any_of(asked.begin(), asked.end(), [](const auto& each) { return each.answered(); });
        missing_ = core::actions::missing_in(*store_.begin(), visit_.notebook->stream(), kiosk_.device());
        view_.reset();
    }
    const int year = first_year(read_->book, allowances_, clock_);
    const auto intent = draw(ui, list_, current_view(year));
    // In big mode it stands in the list: the bar has no room for its words.
    const auto bar = draw_bar(ui, visit_, ui.theme().big() ? BackPlace::empty : BackPlace::own_book);
    if (bar == BarTouch::back || (intent && std::holds_alternative<OwnBook>(*intent))) {
        list_ = {};
        read_.reset();
        return ui::Open{doors_.own_book(year)};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    if (!intent) return ui::Stay{};
    list_ = {};
    if (std::holds_alternative<Show>(*intent) || std::holds_alternative<Hide>(*intent)) {
        visit_.numbers_shown = std::holds_alternative<Show>(*intent);
        return ui::Stay{};
    }
    read_.reset();
    if (std::holds_alternative<All>(*intent)) return ui::Open{doors_.entries(year)};
    if (std::holds_alternative<About>(*intent)) return ui::Open{doors_.limit(year)};
    if (std::holds_alternative<Help>(*intent)) return ui::Open{doors_.help()};
    if (std::holds_alternative<Answers>(*intent)) return ui::Open{doors_.messages()};
    return ui::Open{doors_.log_pay()};
}

const View& Screen::current_view(int year)
{
    Of now{year, visit_.numbers_shown, visit_.language()};
    if (!view_ || of_ != now) {
        view_ = view(read_->book.year(year), allowances_.in(year), allowances_.latest_before(year),
                     visit_.numbers_shown, read_->unreadable, answered_, visit_.texts());
        if (auto lost = lost_text(missing_, visit_.texts()); !lost.empty()) view_->news = std::move(lost);
        if (view_->news.empty()) view_->news = lately_happened(read_->book, clock_, visit_.texts());
    }
    of_ = std::move(now);
    return *view_;
}

} // namespace frikort::kiosk::screens::overview
