// SPDX-License-Identifier: MPL-2.0
#include "kiosk/screens/health/health.hpp"

#include "core/actions/not_taken.hpp"
#include "kiosk/screens/refusals.hpp"

namespace frikort::kiosk::screens::health {

Screen::Screen(Visit& visit, Doors& doors, core::store::Store& store, const core::actions::Kiosk& kiosk,
               const core::base::Clock& clock, Hands hands)
    : visit_{visit}, doors_{doors}, store_{store}, kiosk_{kiosk}, clock_{clock}, hands_{std::move(hands)}
{
    allowed();
}

bool Screen::allowed()
{
    const auto may =
        core::actions::allowed(*store_.begin(), kiosk_, *visit_.staff, core::people::Right::see_health);
    if (!may) refusal_text(visit_, may.error());
    return may.has_value();
}

void Screen::see_damage()
{
    if (allowed()) hands_.damage_seen();
}

void Screen::send(const Facts& facts)
{
    if (facts.about.refused > 0) {
        const auto offered = core::actions::send_all_again(store_, kiosk_, *visit_.staff, clock_);
        if (!offered) refusal_text(visit_, offered.error());
    }
    hands_.send();
}

Leads Screen::leads(const sheet::Intent& intent, const View& view)
{
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    const bool row = choice != nullptr && choice->which < view.leads.size();
    return row ? view.leads[choice->which] : Leads::nowhere;
}

void Screen::touched(const sheet::Intent& intent, const Facts& facts)
{
    list_ = {};
    if (const auto* way = std::get_if<sheet::Way>(&intent)) {
        if (asks_the_day(facts) && way->which == 0)
            page_ = Page::day;
        else if (asks_about_damage(facts) && way->which == 0)
            see_damage();
        else
            send(facts);
        return;
    }
    const auto* choice = std::get_if<sheet::Choose>(&intent);
    if (choice == nullptr) return;
    if (page_ == Page::day && choice->which == 0) {
        page_ = Page::no_day;
        return;
    }
    if (page_ == Page::day && allowed()) hands_.believe_the_clock();
    page_ = Page::all;
}

ui::Move Screen::frame(ui::Ui& ui)
{
    const auto page = page_;
    const auto facts = hands_.facts();
    const auto shown = view(page_, facts, visit_.texts());
    const auto intent = sheet::draw(ui, shown, typed_, list_);
    const auto bar = draw_bar(ui, visit_);
    if (bar == BarTouch::back && page_ != Page::all) {
        page_ = Page::all;
        ui.screen_changed();
        return ui::Stay{};
    }
    if (const auto move = bar_move(bar, doors_.display())) return *move;
    const auto leads_to = intent ? leads(*intent, shown) : Leads::nowhere;
    if (leads_to == Leads::number) return ui::Open{doors_.office_number(NumberAfter::health)};
    if (leads_to == Leads::not_taken) return ui::Open{doors_.not_taken()};
    if (intent) touched(*intent, facts);
    if (page_ != page) ui.screen_changed();
    return ui::Stay{};
}

} // namespace frikort::kiosk::screens::health
