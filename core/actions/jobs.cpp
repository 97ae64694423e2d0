// SPDX-License-Identifier: MPL-2.0
#include "core/actions/jobs.hpp"

#include <algorithm>

#include "core/people/call_name.hpp"

namespace frikort::core::actions {

using base::no;
using people::Right;

namespace {

std::optional<centre::Job> tidied(const centre::Job& job)
{
    auto place = people::free_text(job.place, centre::longest_place);
    auto work = people::free_text(job.work, centre::longest_work);
    auto how = people::free_text(job.how, centre::longest_how);
    if (!place || !work || !how) return std::nullopt;
    return centre::Job{std::move(*place), std::move(*work), std::move(*how)};
}

bool is_posted(const centre::Centre& centre, const base::Id& id)
{
    const auto& jobs = centre.jobs();
    return std::any_of(jobs.begin(), jobs.end(), [&](const auto& one) { return one.id == id; });
}

} // namespace

std::vector<centre::PostedJob> jobs_here(store::Store& store, const Kiosk& kiosk)
{
    const auto centre = our_centre(store, kiosk);
    return centre ? centre->now.jobs() : std::vector<centre::PostedJob>{};
}

base::Result<base::Id, NotDone> post_job(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                         const std::optional<base::Id>& job, centre::Job words,
                                         const base::Clock& clock)
{
    auto now = tidied(words);
    if (!now) return no(NotDone::unfit);
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::keep_jobs);
    if (!centre) return no(centre.error());
    if (job && !is_posted(centre->now, *job)) return no(NotDone::unknown);
    const auto record =
        write_doing(*work, kiosk, *centre, staff.key(), centre::JobSet{job, std::move(*now)}, clock);
    work->commit();
    return job.value_or(record);
}

base::Result<void, NotDone> remove_job(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                       const base::Id& job, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::keep_jobs);
    if (!centre) return no(centre.error());
    if (!is_posted(centre->now, job)) return no(NotDone::unknown);
    write_doing(*work, kiosk, *centre, staff.key(), centre::JobGone{job}, clock);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
