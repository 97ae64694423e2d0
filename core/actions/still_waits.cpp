// SPDX-License-Identifier: MPL-2.0
#include "core/actions/still_waits.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/actions/our_centre.hpp"
#include "core/actions/settle.hpp"

namespace frikort::core::actions {

namespace {

constexpr std::chrono::days between_reminders{30};

bool is_from_here(store::Work& work, const centre::Request& request)
{
    return std::any_of(request.unanswered.begin(), request.unanswered.end(), [&](const base::Id& message) {
        const auto standing = work.outbox().standing(message);
        return standing && standing->delivery != store::Delivery::foreign;
    });
}

bool note_what_waits(store::Work& work, const Kiosk& kiosk)
{
    const auto centre = our_centre(work, kiosk);
    if (!centre) return false;
    bool noted = false;
    for (const auto& request : centre->now.requests()) {
        if (!is_from_here(work, request) || is_erased(work, request.where)) continue;
        work.shares().note(request.where);
        noted = true;
    }
    return noted;
}

} // namespace

bool StillWaits::is_time(const base::Clock& clock) const
{
    if (!shared_ || clock.running() - *shared_ >= between_reminders) return true;
    return day_ && clock.trusted() &&
           std::chrono::days{std::abs(days_between(*day_, clock.today()))} >= between_reminders;
}

void StillWaits::share(store::Store& store, const Kiosk& kiosk, const base::Clock& clock)
{
    if (!is_time(clock)) return;
    const auto work = store.begin();
    if (note_what_waits(*work, kiosk)) work->commit();
    shared_ = clock.running();
    day_.reset();
    if (clock.trusted()) day_ = clock.today();
}

} // namespace frikort::core::actions
