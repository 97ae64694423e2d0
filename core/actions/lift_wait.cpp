// SPDX-License-Identifier: MPL-2.0
#include "core/actions/lift_wait.hpp"

#include "core/actions/tries.hpp"

namespace frikort::core::actions {

using base::no;
using people::Right;
using std::chrono::seconds;

base::Result<seconds, NotDone> wait_for(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                        const records::StreamId& stream)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::find_notebooks);
    if (!centre) return no(centre.error());
    return work->waits().of(subject_of(stream)).left;
}

base::Result<void, NotDone> lift_wait(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                      const records::StreamId& stream, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::find_notebooks);
    if (!centre) return no(centre.error());
    const auto subject = subject_of(stream);
    if (work->waits().of(subject).left <= seconds{0}) return no(NotDone::already);
    work->waits().clear(subject);
    write_doing(*work, kiosk, *centre, staff.key(), centre::Did{centre::Deed::lifted_wait}, clock);
    work->commit();
    return {};
}

} // namespace frikort::core::actions
