// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/older_program.hpp"

#include <nlohmann/json.hpp>

#include "core/base/must.hpp"
#include "sync/protocol/envelope.hpp"
#include "sync/protocol/names.hpp"
#include "sync/protocol/signature.hpp"

namespace frikort::tests::sim {

using core::base::Bytes;
using sync::agent::Reply;
using sync::agent::Request;
namespace protocol = sync::protocol;

namespace {

template <class Change>
Bytes with_head(const Bytes& body, Change change)
{
    const auto envelope = protocol::decode_envelope(body);
    core::base::must(envelope.has_value());
    auto head = nlohmann::json::parse(envelope->head);
    change(head);
    std::vector<Bytes> blobs;
    for (const auto& blob : envelope->blobs) blobs.emplace_back(blob.begin(), blob.end());
    return protocol::encode_envelope(head.dump(), blobs);
}

} // namespace

Request as_before(const Request& request, const std::string& authority,
                  const core::sealing::SigningKey& device)
{
    auto before = request;
    before.body = with_head(request.body, [](auto& head) {
        head["protocol"] = 1;
        head.erase("past");
    });
    protocol::Signed what{"POST",    request.path,
                          authority, protocol::content_digest(before.body),
                          0,         core::sealing::device_of(device.open())};
    for (const auto& field : request.fields)
        if (field.name == protocol::field::counter) what.counter = std::stoull(field.value);
    const auto signature = protocol::sign(what, device);
    for (auto& field : before.fields) {
        if (field.name == protocol::field::digest) field.value = what.digest;
        if (field.name == protocol::field::input) field.value = signature.input;
        if (field.name == protocol::field::signature) field.value = signature.signature;
    }
    return before;
}

Reply as_before(Reply reply)
{
    if (reply.status != 200 || reply.content_type != protocol::content_type) return reply;
    reply.body = with_head(reply.body, [](auto& head) {
        head["state"].erase("mark");
        head["state"].erase("other_past");
    });
    return reply;
}

} // namespace frikort::tests::sim
