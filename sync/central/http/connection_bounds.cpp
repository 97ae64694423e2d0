// SPDX-License-Identifier: MPL-2.0
#include <utility>

#include "sync/central/http/connection.hpp"

// How long a connection may keep us waiting and how much it may hold, and how it ends.
namespace frikort::sync::central::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

void Connection::close()
{
    Error ignored;
    stream_.socket().close(ignored);
}

void Connection::make_room()
{
    ++shared_.tally.made_room;
    end_waiting();
    hold(0);
    close();
}

void Connection::broken_off(Error error, Stage stage)
{
    auto& tally = shared_.tally;
    if (error == beast::error::timeout)
        ++(stage == Stage::before ? tally.unused
           : stage == Stage::head ? tally.late_heads
           : stage == Stage::body ? tally.late_bodies
                                  : tally.late_answers);
    else if (error != asio::error::operation_aborted && stage != Stage::before) // not by ourselves
        ++tally.cut_off;
    close();
}

bool Connection::hold(std::size_t bytes)
{
    auto& all = shared_.tally.held_bytes;
    all -= std::exchange(held_, 0);
    while (bytes > 0 && all + bytes > shared_.bounds.held_bytes) {
        const auto other =
            shared_.queue.longest_waiting([](const Connection& one) { return one.holds_bytes(); });
        if (!other) break;
        other->make_room();
    }
    all += held_ = bytes;
    return all <= shared_.bounds.held_bytes;
}

void Connection::begin_waiting(std::chrono::milliseconds within)
{
    end_waiting();
    stream_.expires_after(within);
    waiting_ = shared_.queue.begin_waiting(weak_from_this());
}

void Connection::end_waiting()
{
    if (waiting_) shared_.queue.end_waiting(*waiting_);
    waiting_.reset();
}

} // namespace frikort::sync::central::http
