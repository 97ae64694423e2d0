// SPDX-License-Identifier: MPL-2.0
#include "core/actions/still_waits.hpp"

#include <algorithm>

#include "core/actions/our_centre.hpp"
#include "core/actions/settle.hpp"

namespace frikort::core::actions {

namespace {

bool is_from_here(store::Work& work, const centre::Request& request)
{
    return std::any_of(request.unanswered.begin(), request.unanswered.end(), [&](const base::Id& message) {
        const auto standing = work.outbox().standing(message);
        return standing && standing->delivery != store::Delivery::foreign;
    });
}

} // namespace

void share_what_waits(store::Store& store, const Kiosk& kiosk)
{
    const auto work = store.begin();
    const auto centre = our_centre(*work, kiosk);
    if (!centre) return;
    for (const auto& request : centre->now.requests())
        if (is_from_here(*work, request) && !is_erased(*work, request.where))
            work->shares().note(request.where);
    work->commit();
}

} // namespace frikort::core::actions
