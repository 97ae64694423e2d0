// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"

#include "core/base/text.hpp"
#include "sync/protocol/parts.hpp"

// Getting in, and being refused.
namespace frikort::sync::protocol {

using core::base::no;

Bytes encode(const EnrolRequest& enrol)
{
    auto head = request_head();
    head["code"] = enrol.code;
    head["key"] = enrol.key.hex();
    if (enrol.before)
        head["before"] = {{"key", enrol.before->key.hex()}, {"signature", enrol.before->signature.hex()}};
    return close(head);
}

Result<EnrolRequest, Malformed> decode_enrol_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    const auto code = fields.text("code");
    const auto key = core::sealing::SignPublic::from_hex(fields.text("key"));
    if (!key) fields.fail(Malformed::bad_value);
    EnrolRequest enrol{code, key.value_or(core::sealing::SignPublic{})};
    if (opened->head.contains("before")) {
        Fields inner{fields.object("before")};
        const auto old = core::sealing::SignPublic::from_hex(inner.text("key"));
        const auto signature = core::sealing::Signature::from_hex(inner.text("signature"));
        if (!old || !signature) fields.fail(Malformed::bad_value);
        if (old && signature) enrol.before = {*old, *signature};
    }
    return finish(fields, std::move(enrol));
}

Bytes before_words(const core::sealing::SignPublic& new_key)
{
    return core::base::ByteWriter{}
        .raw(core::base::view_of("frikort enrolled anew\n"))
        .raw(new_key.view())
        .take();
}

Bytes encode(const EnrolAnswer& enrol)
{
    return close({{"state", write(enrol.state)},
                  {"centre", enrol.centre},
                  {"centre_stream", core::base::to_hex(enrol.centre_stream.bytes())}});
}

Result<EnrolAnswer, Malformed> decode_enrol_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    EnrolAnswer enrol;
    enrol.state = read_state(fields);
    enrol.centre = fields.text("centre");
    if (enrol.centre.empty() || !core::base::is_plain_text(enrol.centre)) fields.fail(Malformed::bad_value);
    enrol.centre_stream = read_stream(fields, "centre_stream");
    return finish(fields, std::move(enrol));
}

Bytes encode(const FollowRequest& follow)
{
    auto head = request_head();
    head["card"] = follow.card.hex();
    head["proof"] = follow.proof.hex();
    write(head, follow.past);
    return close(head);
}

Result<FollowRequest, Malformed> decode_follow_request(BytesView bytes)
{
    const auto opened = open(bytes, Side::request);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    const auto card = core::base::Hash::from_hex(fields.text("card"));
    const auto proof = core::base::Hash::from_hex(fields.text("proof"));
    if (!card || !proof) fields.fail(Malformed::bad_value);
    const auto past = read_past(fields);
    if (!fields.good()) return no(fields.fault());
    return FollowRequest{*card, *proof, past};
}

Bytes encode(const FollowAnswer& follow)
{
    return close({{"state", write(follow.state)}, {"streams", write(follow.streams)}});
}

Result<FollowAnswer, Malformed> decode_follow_answer(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    FollowAnswer follow;
    follow.state = read_state(fields);
    follow.streams = read_streams(fields, "streams");
    if (follow.streams.empty()) fields.fail(Malformed::bad_value);
    return finish(fields, std::move(follow));
}

Bytes encode(const Refused& refused)
{
    Json head{{"error", word_of(refused.fault)}};
    if (refused.request) head["request"] = *refused.request;
    if (refused.seconds) head["seconds"] = *refused.seconds;
    if (refused.tries) head["tries"] = *refused.tries;
    if (refused.fault == Fault::protocol) head["protocols"] = {oldest_protocol, newest_protocol};
    return close(head);
}

Result<Refused, Malformed> decode_refused(BytesView bytes)
{
    const auto opened = open(bytes, Side::answer);
    if (!opened) return no(opened.error());
    Fields fields{opened->head};
    Refused refused{fault_of(fields.text("error"))};
    if (opened->head.contains("request")) refused.request = fields.count("request");
    if (opened->head.contains("seconds")) refused.seconds = fields.count("seconds");
    if (opened->head.contains("tries")) refused.tries = fields.count("tries");
    return finish(fields, refused);
}

} // namespace frikort::sync::protocol
