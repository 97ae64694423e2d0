// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sealing/fingerprint.hpp"
#include "core/store/central.hpp"
#include "sync/protocol/messages.hpp"

// Whether a centre's keys are those its leader has: the office compares by telephone what a kiosk told
// (sync.md "Enrolment"). Until then its kiosks get the national stream only; what they push is taken.
namespace frikort::sync::central::api {

using Compared = protocol::NewsAnswer::Compared;
// What this kiosk gets. In a compared centre one that told other keys gets no more than one of a centre that
// nobody compared.
Compared compared_for(const core::store::CentralWork&, const core::store::Kiosk&);

// A kiosk says which root its centre has. At most two of one kiosk are kept, and none is replaced. True when
// that is an alarm: others of this centre said, or the office compared, another one.
enum class Telling { known, first, alarm };
Telling hear_root(core::store::CentralWork&, const core::store::Kiosk&, const core::sealing::SignPublic&);

// A root that was told of a centre, and by which of its kiosks that are not revoked.
struct ToldRoot {
    core::store::CentreRoot root;
    core::sealing::Fingerprint fingerprint;
    std::vector<core::records::DeviceId> by;
};
// Those told first come first, by the kiosks' enrolment.
std::vector<ToldRoot> told_roots(const core::store::CentralWork&, const core::store::Centre&);
// Whether another kiosk of its centre that is not revoked told a root: the centre was set up there.
bool is_begun_elsewhere(const core::store::CentralWork&, const core::store::Kiosk&);

enum class NotCompared {
    no_such_centre,
    nothing_told, // no kiosk of it was set up, or none has synced since
    differs,      // the leader reads out another one: somebody else set up this centre, or stands between
    several,      // kiosks told more than one: the wrong ones are to be revoked first
    other_before, // another one was compared before
};
// The office has the leader on the telephone: what he reads out is held against what was told. Commits; when
// refused nothing changes.
core::base::Result<void, NotCompared> compare(core::store::CentralStore&, std::string_view centre,
                                              const core::sealing::Fingerprint& read_out,
                                              core::store::Seconds now);

} // namespace frikort::sync::central::api
