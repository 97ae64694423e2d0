// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <vector>

#include "sync/protocol/head.hpp"
#include "sync/protocol/messages.hpp"

// What several messages have in common. Not for other rooms.
namespace frikort::sync::protocol {

// A whole body that was read: its head as an object, and its blobs.
struct Opened {
    Json head;
    std::vector<BytesView> blobs;
};

enum class Side { request, answer };

// A request must name a protocol that is spoken here.
Result<Opened, Malformed> open(BytesView, Side);
Bytes close(const Json& head, std::span<const Bytes> blobs = {});
Json request_head();

StreamId read_stream(Fields&, const char* name);
Json write(const std::vector<StreamId>&);
std::vector<StreamId> read_streams(Fields&, const char* name);
Json write(const std::vector<Position>&);
std::vector<Position> read_positions(Fields&, const char* name);
Json write(const State&);
State read_state(Fields&);
void write(Json& head, const std::optional<Past>&);
std::optional<Past> read_past(Fields&); // when it is told

// The message when all its fields were read.
template <class Message>
Result<Message, Malformed> finish(const Fields& fields, Message message)
{
    if (!fields.good()) return core::base::no(fields.fault());
    return message;
}

} // namespace frikort::sync::protocol
