// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/actions/staff.hpp"
#include "core/support/conversation.hpp"

namespace frikort::core::actions {

// One request that waits, as staff see it.
struct Waiting {
    base::Id request;
    // What was said; nothing when its records have not come to this kiosk yet, or were erased by their owner.
    std::optional<support::Conversation> conversation;
    std::optional<base::Date> day;
    std::vector<base::Id> unanswered; // messages: what an answer to this is an answer to
};

// What citizens wrote to this centre and nobody has answered or closed, the oldest first.
base::Result<std::vector<Waiting>, NotDone> waiting_requests(store::Store&, const Kiosk&, const Staff&);
// One of them, as it stands now.
base::Result<Waiting, NotDone> waiting_request(store::Store&, const Kiosk&, const Staff&, const base::Id&);

enum class Although { nobody_else, somebody_did };
// Writes the answer where it was asked, to be read there and by colleagues, and tells the centre's stream
// what waits no more; one transaction. `seen`: as it stood on the screen; what was written since is not
// answered by it, and waits. Refused: `already` when a colleague was first with some of it, unless it is to
// be sent although somebody did; `unknown` when it is not here, or was erased; `unfit` words.
base::Result<base::Id, NotDone> answer_request(store::Store&, const Kiosk&, const Staff&, const Waiting& seen,
                                               std::string_view words, Although, const base::Clock&);
// Somebody saw to it: nothing is written to whoever asked. Refused as above.
base::Result<void, NotDone> close_request(store::Store&, const Kiosk&, const Staff&, const Waiting& seen,
                                          const base::Clock&);

} // namespace frikort::core::actions
