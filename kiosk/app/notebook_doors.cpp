// SPDX-License-Identifier: MPL-2.0
// Which screen stands behind each door that leads to a notebook, or out of one that is open.
#include "kiosk/app/house.hpp"
#include "kiosk/screens/entries/screen.hpp"
#include "kiosk/screens/erase_book/erase_book.hpp"
#include "kiosk/screens/log_pay/screen.hpp"
#include "kiosk/screens/new_notebook/screen.hpp"
#include "kiosk/screens/open_notebook/screen.hpp"
#include "kiosk/screens/overview/screen.hpp"
#include "kiosk/screens/own_book/own_book.hpp"
#include "kiosk/screens/renew/screen.hpp"
#include "kiosk/screens/sign_here/sign_here.hpp"
#include "kiosk/screens/take_home/take_home.hpp"

namespace frikort::kiosk::app {

using namespace screens;
using core::people::Card;

ui::ScreenFactory House::new_notebook(std::optional<Card> unused)
{
    return [this, unused] {
        return std::make_unique<new_notebook::Screen>(*visit_, *this, store_, kiosk_, unused);
    };
}

ui::ScreenFactory House::open_with_card(std::optional<Card> scanned)
{
    return [this, scanned] {
        return std::make_unique<open_notebook::Screen>(*visit_, *this, store_, kiosk_, *fetching_,
                                                       open_notebook::By::card, scanned);
    };
}

ui::ScreenFactory House::open_with_name()
{
    return [this] {
        return std::make_unique<open_notebook::Screen>(*visit_, *this, store_, kiosk_, *fetching_,
                                                       open_notebook::By::name, std::nullopt);
    };
}

ui::ScreenFactory House::overview()
{
    return [this] {
        return std::make_unique<overview::Screen>(*visit_, *this, store_, kiosk_, assets_.allowances, clock_);
    };
}

ui::ScreenFactory House::entries(int year)
{
    return [this, year] {
        return std::make_unique<entries::Screen>(*visit_, *this, store_, kiosk_, clock_, year);
    };
}

ui::ScreenFactory House::log_pay()
{
    return [this] {
        return std::make_unique<log_pay::Screen>(
            *visit_, *this, clock_, years(),
            log_pay::own_notebook(*visit_, store_, kiosk_, clock_, std::nullopt));
    };
}

ui::ScreenFactory House::correct(core::base::Id entry)
{
    return [this, entry] {
        return std::make_unique<log_pay::Screen>(
            *visit_, *this, clock_, years(), log_pay::own_notebook(*visit_, store_, kiosk_, clock_, entry));
    };
}

ui::ScreenFactory House::own_book(int year)
{
    return [this, year] { return std::make_unique<own_book::Screen>(*visit_, *this, year); };
}

ui::ScreenFactory House::renew(Renewing what)
{
    return [this, what] {
        return std::make_unique<renew::Screen>(*visit_, *this, store_, kiosk_, what, [this] { send_(); });
    };
}

ui::ScreenFactory House::take_home(int year)
{
    return [this, year] {
        return std::make_unique<take_home::Screen>(*visit_, *this, store_, assets_.allowances, year);
    };
}

ui::ScreenFactory House::erase_book()
{
    return [this] {
        return std::make_unique<erase_book::Screen>(*visit_, *this, store_, kiosk_, [this] { send_(); });
    };
}

ui::ScreenFactory House::sign_here(core::base::Id entry)
{
    return [this, entry] {
        return std::make_unique<sign_here::Screen>(*visit_, *this, store_, kiosk_, clock_, entry);
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
