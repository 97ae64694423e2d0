// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <vector>

#include "core/centre/centre.hpp"
#include "core/sealing/generations.hpp"
#include "core/sealing/shared.hpp"
#include "core/store/store.hpp"
#include "core/support/conversation.hpp"

// How messages lie in a notebook's stream. Not for other rooms.
namespace frikort::core::actions {

using OpenShared =
    std::function<std::optional<sealing::Shared>(base::BytesView header, base::BytesView body)>;

// The messages of a stream that `open` opens. A citizen's counts when a generation of the notebook signed it;
// an answer when none did: nobody answers themselves in the name of the staff.
// Who answered is said by the signature and the centre's members, never by the answer's own words: it is
// nobody when this centre does not know the signature.
std::vector<support::Fact> messages_in(store::Work&, const records::StreamId&, const centre::Centre&,
                                       const OpenShared& open);

// The last message about a request that is here: what a next one comes after.
std::optional<base::Id> last_of(const std::vector<support::Conversation>&, const base::Id& request);

} // namespace frikort::core::actions
