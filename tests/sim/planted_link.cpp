// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/link.hpp"

#include <algorithm>

#include "sync/protocol/messages.hpp"

// Bugs of a kiosk that show where answers come in.
namespace frikort::tests::sim {

using sync::agent::Reply;
using sync::agent::Request;
namespace protocol = sync::protocol;

void Link::plant_into(const Request& request, Reply& reply)
{
    if (reply.status != 200) return;
    if (plant_ == Plant::cursor_before_page && request.path == protocol::pull_path) keep_cursor_first(reply);
    if (plant_ == Plant::epoch_ignored || plant_ == Plant::past_ignored) change_state(reply);
}

// Plant::cursor_before_page: in a transaction of its own, and then the page comes.
void Link::keep_cursor_first(const Reply& reply)
{
    const auto page = protocol::decode_pull_answer(reply.body);
    if (!page) return;
    const auto work = store_.begin();
    for (const auto& position : page->upto)
        work->cursors().move(position.stream, {page->state.epoch, position.counter});
    work->commit();
}

// Plant::epoch_ignored: it looks as if this were the server of the beginning, and knew all it ever did.
// Plant::past_ignored: and as if its past were always the same.
void Link::change_state(Reply& reply)
{
    const auto hide = [&](auto message) {
        if (!message) return;
        auto& state = message->state;
        state.other_past = false;
        if (plant_ == Plant::epoch_ignored) {
            state.epoch = "the first epoch";
            state.counter = highest_counter_ = std::max(highest_counter_, state.counter);
            state.highest = highest_number_ = std::max(highest_number_, state.highest);
        }
        reply.body = encode(*message);
    };
    hide(protocol::decode_enrol_answer(reply.body));
    hide(protocol::decode_news_answer(reply.body));
    hide(protocol::decode_pull_answer(reply.body));
    hide(protocol::decode_push_answer(reply.body));
}

} // namespace frikort::tests::sim
