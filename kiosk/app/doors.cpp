// SPDX-License-Identifier: MPL-2.0
// Which screen stands behind each door, and what it is made of.
#include "core/actions/set_up_centre.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/screens/about/about.hpp"
#include "kiosk/screens/deeds/deeds.hpp"
#include "kiosk/screens/desk/desk.hpp"
#include "kiosk/screens/display/display.hpp"
#include "kiosk/screens/door/door.hpp"
#include "kiosk/screens/entries/screen.hpp"
#include "kiosk/screens/health/health.hpp"
#include "kiosk/screens/help/screen.hpp"
#include "kiosk/screens/learn/screen.hpp"
#include "kiosk/screens/limit/limit.hpp"
#include "kiosk/screens/log_pay/screen.hpp"
#include "kiosk/screens/members/screen.hpp"
#include "kiosk/screens/messages/screen.hpp"
#include "kiosk/screens/new_notebook/screen.hpp"
#include "kiosk/screens/open_notebook/screen.hpp"
#include "kiosk/screens/overview/screen.hpp"
#include "kiosk/screens/receipt/screen.hpp"
#include "kiosk/screens/set_up/screen.hpp"
#include "kiosk/screens/sign_in/screen.hpp"

namespace frikort::kiosk::app {

using namespace screens;
using core::people::Card;

ui::ScreenFactory House::door()
{
    return [this] { return std::make_unique<door::Screen>(*visit_, *this); };
}

ui::ScreenFactory House::new_notebook(std::optional<Card> unused)
{
    return [this, unused] {
        return std::make_unique<new_notebook::Screen>(*visit_, *this, store_, kiosk_, unused);
    };
}

ui::ScreenFactory House::open_with_card(std::optional<Card> scanned)
{
    return [this, scanned] {
        return std::make_unique<open_notebook::Screen>(*visit_, *this, store_, kiosk_,
                                                       open_notebook::By::card, scanned);
    };
}

ui::ScreenFactory House::open_with_name()
{
    return [this] {
        return std::make_unique<open_notebook::Screen>(*visit_, *this, store_, kiosk_,
                                                       open_notebook::By::name, std::nullopt);
    };
}

ui::ScreenFactory House::overview()
{
    return [this] {
        return std::make_unique<overview::Screen>(*visit_, *this, store_, assets_.allowances, clock_);
    };
}

ui::ScreenFactory House::entries(int year)
{
    return [this, year] {
        return std::make_unique<entries::Screen>(*visit_, *this, store_, kiosk_, clock_, year);
    };
}

ui::ScreenFactory House::limit(int year)
{
    return [this, year] { return std::make_unique<limit::Screen>(*visit_, *this, assets_.allowances, year); };
}

ui::ScreenFactory House::log_pay()
{
    return [this] {
        return std::make_unique<log_pay::Screen>(*visit_, *this, store_, kiosk_, clock_, years(),
                                                 std::nullopt);
    };
}

ui::ScreenFactory House::correct(core::base::Id entry)
{
    return [this, entry] {
        return std::make_unique<log_pay::Screen>(*visit_, *this, store_, kiosk_, clock_, years(), entry);
    };
}

namespace {

learn::Shelf shelf_of(const Assets& assets)
{
    return
        [&assets](const std::string& language) -> const learn::Pages& { return assets.pages_of(language); };
}

} // namespace

ui::ScreenFactory House::learn()
{
    return [this] {
        // Whoever reads has no notebook open: the year is chosen as for an empty one (sync.md R10).
        const int year = overview::first_year({}, assets_.allowances, clock_);
        return std::make_unique<learn::Menu>(*visit_, *this, shelf_of(assets_), year);
    };
}

ui::ScreenFactory House::page(std::string id)
{
    return [this, id] {
        return std::make_unique<learn::Reading>(*visit_, *this, shelf_of(assets_), assets_.links,
                                                assets_.allowances, id);
    };
}

ui::ScreenFactory House::display()
{
    return [this] { return std::make_unique<display::Screen>(*visit_, *this); };
}

ui::ScreenFactory House::about()
{
    return [this] {
        return std::make_unique<about::Screen>(
            *visit_, *this, [this] { return facts_of(store_, clock_, link_); },
            [this] {
                offer_again(store_);
                send_();
            });
    };
}

ui::ScreenFactory House::staff()
{
    return [this]() -> std::unique_ptr<ui::Screen> {
        if (core::actions::set_up_of(store_, kiosk_) == core::actions::SetUp::done)
            return std::make_unique<sign_in::Screen>(*visit_, *this, store_, kiosk_, clock_);
        return std::make_unique<set_up::Screen>(*visit_, *this, store_, kiosk_, clock_);
    };
}

ui::ScreenFactory House::desk()
{
    return [this] { return std::make_unique<desk::Screen>(*visit_, *this); };
}

ui::ScreenFactory House::members()
{
    return [this] { return std::make_unique<members::Screen>(*visit_, *this, store_, kiosk_, clock_); };
}

ui::ScreenFactory House::deeds()
{
    return [this] { return std::make_unique<deeds::Screen>(*visit_, *this, store_, kiosk_); };
}

ui::ScreenFactory House::health()
{
    return [this] {
        health::Hands hands{[this] {
                                return health::Facts{facts_of(store_, clock_, link_), clock_.today(),
                                                     health::Clock{clock_.trusted()}, free_bytes_(),
                                                     assets_.left_out};
                            },
                            [this] {
                                offer_again(store_);
                                send_();
                            },
                            [this] { confirm_day_(); }};
        return std::make_unique<health::Screen>(*visit_, *this, store_, kiosk_, std::move(hands));
    };
}

// Until a list of jobs stands there: somebody asks for one.
ui::ScreenFactory House::jobs() { return help_with(core::support::Topic::job); }

ui::ScreenFactory House::help()
{
    return [this] {
        return std::make_unique<help::Screen>(*visit_, *this, store_, kiosk_, clock_, std::nullopt);
    };
}

ui::ScreenFactory House::help_with(core::support::Topic topic)
{
    return [this, topic] {
        return std::make_unique<help::Screen>(*visit_, *this, store_, kiosk_, clock_, topic);
    };
}

ui::ScreenFactory House::messages()
{
    return [this] { return std::make_unique<messages::Screen>(*visit_, *this, store_, kiosk_, clock_); };
}

ui::ScreenFactory House::receipt(std::optional<core::people::Receipt> scanned)
{
    return [this, scanned] {
        return std::make_unique<receipt::Screen>(*visit_, *this, store_, kiosk_, scanned);
    };
}

// Years a payment may be in: since the first limit, newest first. Where the clock cannot be trusted a few
// more than it believes in.
std::vector<int> House::years() const
{
    const auto& known = assets_.allowances.all();
    const int first = known.empty() ? clock_.today().year() - 5 : known.front().year;
    const int newest_known = known.empty() ? first : known.back().year;
    const int last =
        clock_.trusted() ? clock_.today().year() : std::max(clock_.today().year(), newest_known + 3);
    std::vector<int> years;
    for (int year = last; year >= first; --year) years.push_back(year);
    return years;
}

} // namespace frikort::kiosk::app
