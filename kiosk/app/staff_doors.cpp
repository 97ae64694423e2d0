// SPDX-License-Identifier: MPL-2.0
// Which screen stands behind each door of the staff.
#include "core/actions/rescued.hpp"
#include "core/actions/server_half.hpp"
#include "core/actions/set_up_centre.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/screens/books/screen.hpp"
#include "kiosk/screens/by_name/by_name.hpp"
#include "kiosk/screens/deeds/deeds.hpp"
#include "kiosk/screens/desk/desk.hpp"
#include "kiosk/screens/health/health.hpp"
#include "kiosk/screens/job_desk/screen.hpp"
#include "kiosk/screens/join/screen.hpp"
#include "kiosk/screens/log_pay/screen.hpp"
#include "kiosk/screens/members/screen.hpp"
#include "kiosk/screens/not_taken/not_taken.hpp"
#include "kiosk/screens/office_number/office_number.hpp"
#include "kiosk/screens/pay_for/pay_for.hpp"
#include "kiosk/screens/requests/screen.hpp"
#include "kiosk/screens/set_up/screen.hpp"
#include "kiosk/screens/sign_in/screen.hpp"

namespace frikort::kiosk::app {

using namespace screens;

ui::ScreenFactory House::staff()
{
    return [this]() -> std::unique_ptr<ui::Screen> {
        using core::actions::SetUp;
        const auto state = core::actions::set_up_of(store_, kiosk_);
        if (state == SetUp::done)
            return std::make_unique<sign_in::Screen>(*visit_, *this, store_, kiosk_, clock_);
        // Whether others set up the centre only the server knows: two centres under one name would never
        // meet.
        if (state == SetUp::invited && joining_line().heard != join::Line::Heard::first)
            return std::make_unique<join::Screen>(*visit_, *this, store_, kiosk_, clock_,
                                                  join::Hands{[this] { return joining_line(); }, send_});
        if (state == SetUp::invited) send_(); // somebody may just be doing it elsewhere
        return std::make_unique<set_up::Screen>(*visit_, *this, store_, kiosk_, clock_);
    };
}

ui::ScreenFactory House::let_in(core::people::CentreCard card)
{
    return [this, card] {
        return std::make_unique<sign_in::Screen>(*visit_, *this, store_, kiosk_, clock_, card);
    };
}

join::Line House::joining_line()
{
    using Heard = join::Line::Heard;
    const auto facts = facts_of(store_, kiosk_, clock_, link_);
    join::Line line{Heard::nothing, link_.server, facts.trouble, rounds_, facts.centre.value_or("")};
    const auto may = founding(store_);
    if (core::actions::is_further(store_, kiosk_))
        line.heard = Heard::further;
    else if (may == Founding::here)
        line.heard = Heard::first;
    else if (may == Founding::not_compared)
        line.heard = Heard::not_compared;
    return line;
}

ui::ScreenFactory House::desk()
{
    return [this] { return std::make_unique<desk::Screen>(*visit_, *this, [this] { return waiting(); }); };
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
                                return health::Facts{facts_of(store_, kiosk_, clock_, link_),
                                                     clock_.today(),
                                                     health::Clock{clock_.trusted()},
                                                     free_bytes_(),
                                                     assets_.left_out,
                                                     number_of(store_)};
                            },
                            [this] { send_(); }, [this] { confirm_day_(); },
                            [this] {
                                core::actions::damage_seen(store_);
                                core::actions::lost_names_seen(store_);
                            }};
        return std::make_unique<health::Screen>(*visit_, *this, store_, kiosk_, clock_, std::move(hands));
    };
}

ui::ScreenFactory House::not_taken()
{
    return [this] {
        return std::make_unique<not_taken::Screen>(*visit_, *this, store_, kiosk_, clock_,
                                                   [this] { send_(); });
    };
}

ui::ScreenFactory House::office_number(NumberAfter after)
{
    return [this, after] {
        return std::make_unique<office_number::Screen>(
            *visit_, *this, [this] { return number_of(store_); }, after);
    };
}

ui::ScreenFactory House::books()
{
    return [this] { return std::make_unique<books::Screen>(*visit_, *this, store_, kiosk_, clock_); };
}

ui::ScreenFactory House::by_name()
{
    return [this] {
        return std::make_unique<by_name::Screen>(*visit_, *this, store_, kiosk_, clock_, [this] { send_(); });
    };
}

ui::ScreenFactory House::pay_for()
{
    return [this] { return std::make_unique<pay_for::Screen>(*visit_, *this, store_); };
}

ui::ScreenFactory House::log_pay_for(std::string number)
{
    return [this, number] {
        return std::make_unique<log_pay::Screen>(*visit_, *this, clock_, years(),
                                                 log_pay::by_number(*visit_, store_, kiosk_, clock_, number));
    };
}

ui::ScreenFactory House::job_desk()
{
    return [this] { return std::make_unique<job_desk::Screen>(*visit_, *this, store_, kiosk_, clock_); };
}

ui::ScreenFactory House::requests()
{
    return [this] { return std::make_unique<requests::Screen>(*visit_, *this, store_, kiosk_, clock_); };
}

} // namespace frikort::kiosk::app
