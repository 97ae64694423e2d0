// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rings.hpp"
#include "core/actions/settle.hpp"
#include "sync/agent/halves.hpp"

// What one kiosk of a centre has of a notebook all of them get: by its card (R7), or because something was
// written there for the staff.
namespace frikort::sync::agent {

using core::records::StreamId;
using core::store::Copies;

namespace {

bool is_read_to(core::store::Work& work, const protocol::Position& position)
{
    const auto cursor = work.cursors().of(position.stream);
    return cursor && cursor->epoch == Memory{work}.epoch() && cursor->counter >= position.counter;
}

} // namespace

std::vector<StreamId> shares_to_tell(core::store::Work& work)
{
    return work.shares().untold(protocol::most_listed);
}

bool has_shares_to_tell(core::store::Store& store) { return !store.begin()->shares().untold(1).empty(); }

void keep_shared(core::store::Work& work, const std::vector<StreamId>& asked,
                 const protocol::NewsAnswer& news)
{
    if (news.shared) work.shares().told(asked, news.state.time);
}

void keep_followed(core::store::Work& work, const protocol::NewsAnswer& news)
{
    for (const auto& position : news.streams) {
        const auto& stream = position.stream;
        const bool copy = position.opened && stream.kind == core::records::StreamKind::notebook &&
                          !core::actions::has_keys_of_its_own(work, stream) &&
                          !core::actions::is_erased(work, stream);
        if (!copy) continue;
        work.copies().follow(stream, *position.opened);
        if (work.copies().of(stream) != Copies::State::coming || !is_read_to(work, position)) continue;
        work.copies().arrived(stream);
        core::actions::settle(work, stream);
    }
}

} // namespace frikort::sync::agent
