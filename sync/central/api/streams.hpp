// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/store/central.hpp"
#include "sync/protocol/messages.hpp"

namespace frikort::sync::central::api {

// The one stream that all share; written by the office.
inline constexpr core::records::StreamId national_stream{core::records::StreamKind::national, {}};

// A centre stops following a notebook that was not opened there for so long (sync.md R7).
inline constexpr std::chrono::days follow_lasts{90};

// Two machines had one key: what the one that was enrolled anew still holds is a chain of its own, whose
// numbers are not in the way of the other's (sync.md R13).
core::records::DeviceId fork_of(const core::records::DeviceId& before, const core::records::DeviceId& now);

// A device that this kiosk was, and under which name its forks stand: for the last first.
struct Former {
    core::records::DeviceId device;
    core::records::DeviceId fork;
};
// At most eight: the oldest are left out.
std::vector<Former> formers(const core::store::CentralWork&, const core::store::Kiosk&);

// Under what the wrong proofs of a card are counted: for each notebook behind it apart. Anybody can put his
// own behind a card whose number he knows, and proves that one rightly as often as he likes.
core::base::Hash counted_under(const core::base::Hash& card, const core::records::StreamId& notebook);

// Whether the centre has followed it, or was told of it again, within the day: to be told once more is no
// news, and whoever says it again and again fills no disk.
bool is_dated(const std::optional<core::store::Seconds>& opened, core::store::Seconds now);

// Something was written in these notebooks for the staff of this kiosk's centre: it follows those that the
// kiosk may read, anew where it has for a day; of an erased one it gets the erasure. Bounded by the list's
// length, whatever is in it.
void share(core::store::CentralWork&, const core::store::Kiosk&,
           const std::vector<core::records::StreamId>& notebooks, core::store::Seconds now);

// `past`: what the kiosk says of this server.
protocol::State state(const core::store::CentralWork&, const core::records::DeviceId&,
                      const std::optional<protocol::Past>& past, const protocol::Limits&,
                      core::store::Seconds now);

// Source: sync.md R7.
protocol::NewsAnswer news(const core::store::CentralWork&, const core::store::Kiosk&,
                          const protocol::NewsRequest&, const protocol::Limits&, core::store::Seconds now);
protocol::PullAnswer pull(const core::store::CentralWork&, const core::store::Kiosk&,
                          const protocol::PullRequest&, const protocol::Limits&, core::store::Seconds now);

} // namespace frikort::sync::central::api
