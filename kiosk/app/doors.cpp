// SPDX-License-Identifier: MPL-2.0
// Which screen stands behind each door that is open to everybody, and what it is made of.
#include "kiosk/app/house.hpp"
#include "kiosk/screens/about/about.hpp"
#include "kiosk/screens/display/display.hpp"
#include "kiosk/screens/door/door.hpp"
#include "kiosk/screens/guide/screen.hpp"
#include "kiosk/screens/help/screen.hpp"
#include "kiosk/screens/jobs/jobs.hpp"
#include "kiosk/screens/learn/screen.hpp"
#include "kiosk/screens/limit/limit.hpp"
#include "kiosk/screens/messages/screen.hpp"
#include "kiosk/screens/overview/screen.hpp"
#include "kiosk/screens/pay_guide/screen.hpp"
#include "kiosk/screens/receipt/screen.hpp"

namespace frikort::kiosk::app {

using namespace screens;

ui::ScreenFactory House::door()
{
    return [this] {
        return std::make_unique<door::Screen>(*visit_, *this, core::actions::names(store_, kiosk_));
    };
}

namespace {

learn::Shelf shelf_of(const Assets& assets)
{
    return
        [&assets](const std::string& language) -> const learn::Pages& { return assets.pages_of(language); };
}

learn::GuidesIn guides_of(const Assets& assets)
{
    return [&assets](const std::string& language) {
        const auto* five = assets.guide_of(language);
        const auto* pay = assets.pay_guide_of(language);
        return learn::Guides{five ? &five->page() : nullptr, pay ? &pay->page() : nullptr};
    };
}

} // namespace

ui::ScreenFactory House::learn()
{
    return [this] {
        // Whoever reads has no notebook open: the year is chosen as for an empty one (sync.md R10).
        const int year = overview::first_year({}, assets_.allowances, clock_);
        return std::make_unique<learn::Menu>(*visit_, *this, shelf_of(assets_), guides_of(assets_), year);
    };
}

ui::ScreenFactory House::page(std::string id)
{
    return [this, id] {
        return std::make_unique<learn::Reading>(*visit_, *this, shelf_of(assets_), assets_.links,
                                                assets_.notes, assets_.allowances, id);
    };
}

ui::ScreenFactory House::guide()
{
    return [this] {
        return std::make_unique<guide::Screen>(
            *visit_, *this, [this](const std::string& language) { return assets_.guide_of(language); },
            assets_.links);
    };
}

ui::ScreenFactory House::pay_guide(int year)
{
    return [this, year] {
        return std::make_unique<pay_guide::Screen>(
            *visit_, *this, [this](const std::string& language) { return assets_.pay_guide_of(language); },
            assets_.links, assets_.allowances, year);
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
            *visit_, *this, [this] { return facts_of(store_, kiosk_, clock_, link_); }, [this] { send_(); });
    };
}

ui::ScreenFactory House::limit(int year)
{
    return [this, year] { return std::make_unique<limit::Screen>(*visit_, *this, assets_.allowances, year); };
}

ui::ScreenFactory House::jobs()
{
    return [this] { return std::make_unique<jobs::Screen>(*visit_, *this, store_, kiosk_); };
}

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
        return std::make_unique<receipt::Screen>(*visit_, *this, store_, kiosk_, *fetching_, scanned);
    };
}

} // namespace frikort::kiosk::app
