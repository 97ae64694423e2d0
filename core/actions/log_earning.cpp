// SPDX-License-Identifier: MPL-2.0
#include "core/actions/log_earning.hpp"

#include "core/actions/pen.hpp"

namespace frikort::core::actions {

using base::no;
using base::Result;
using notebook::Earning;

Result<Earning, NotLogged> fit(Earning earning, const base::Clock& clock)
{
    if (clock.trusted() && earning.paid > clock.today()) return no(NotLogged::future_day);
    if (earning.amount <= money::Money{}) return no(NotLogged::no_amount);
    if (!earning.amount.fits()) return no(NotLogged::amount_too_large);
    if (earning.minutes && (*earning.minutes < 1 || *earning.minutes > notebook::most_minutes))
        return no(NotLogged::bad_time);
    if (earning.place) {
        auto place = people::free_text(*earning.place, notebook::longest_place);
        if (!place) {
            const bool cpr = place.error() == people::Unfit::looks_like_cpr;
            return no(cpr ? NotLogged::place_like_cpr : NotLogged::bad_place);
        }
        earning.place = std::move(*place);
    }
    return earning;
}

Result<base::Id, NotLogged> log_earning(store::Store& store, const Kiosk& kiosk, const OpenNotebook& open,
                                        const Earning& told, const base::Clock& clock)
{
    const auto earning = fit(told, clock);
    if (!earning) return no(earning.error());
    const auto work = store.begin();
    const auto id = Pen{*work, kiosk, open.stream(), open.newest()}.write(*earning);
    work->drafts().drop(open.stream());
    work->commit();
    return id;
}

} // namespace frikort::core::actions
