// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/messages.hpp"
#include "core/records/sum.hpp"
#include "sync/protocol/invitation.hpp"
#include "sync/protocol/signature.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

namespace frikort::tests::vectors {

namespace base = core::base;
namespace protocol = sync::protocol;
namespace records = core::records;
using base::to_hex;
using protocol::Fault;
using protocol::Verdict;

namespace {

constexpr const char* host = "central.example";
constexpr const char* code = "ABCD-EFGH-JKMN-PQRS";

protocol::Past past() { return {812, *protocol::Mark::from_hex("0f1e2d3c4b5a69788796a5b4c3d2e1f0")}; }

protocol::State state()
{
    return {"5eed5eed",
            past().counter,
            17,
            {{4, 4}, {7, 9}},
            std::chrono::sys_seconds{std::chrono::seconds{1'763'000'000}},
            {},
            past().mark};
}

protocol::State state_of_a_copy()
{
    auto other = state();
    other.other_past = true;
    return other;
}

// A message, its head as JSON and its blobs, as anybody may read it off the bytes.
Json told(const char* name, const char* path, int status, const protocol::Bytes& message)
{
    const auto envelope = protocol::decode_envelope(message);
    auto blobs = Json::array();
    for (const auto blob : envelope->blobs) blobs.push_back(to_hex(blob));
    Json one{{"name", name},     {"path", path},
             {"status", status}, {"head", Json::parse(envelope->head)},
             {"blobs", blobs},   {"bytes", to_hex(message)}};
    if (status == 0) one.erase("status");
    return one;
}

protocol::NewsRequest wanting_half()
{
    protocol::NewsRequest news{812};
    news.past = past();
    news.half_to = core::sealing::BoxPublic::from_hex(half_vectors()["half_to"].get<std::string>());
    return news;
}

protocol::NewsAnswer with_halves()
{
    protocol::NewsAnswer news{state(), {}, 812, false};
    const auto made = half_vectors();
    for (const auto& one : made["halves"]) news.halves.push_back(bytes(one["sealed"]));
    return news;
}

protocol::NewsAnswer seen_to(const records::StreamId& notebook)
{
    protocol::NewsAnswer news{state(), {{notebook, 813, {}, state().time}}, 813, false};
    news.shared = true;
    return news;
}

protocol::NewsAnswer with_formers()
{
    protocol::NewsAnswer news{state(), {}, 812, false};
    news.formers = {records::DeviceId{{0x5e, 0xed}}, records::DeviceId{}};
    return news;
}

protocol::EnrolRequest enrolment()
{
    return {protocol::EnrolmentCode::read(code)->letters(), device_key().open(), {}};
}

// A frozen device enrols again with a new key.
protocol::EnrolRequest enrolment_anew()
{
    const auto key = new_device_key();
    const auto signature = device_key().sign(protocol::before_words(key.open()));
    return {protocol::EnrolmentCode::read(code)->letters(), key.open(), {{device_key().open(), signature}}};
}

protocol::FollowRequest follow()
{
    const auto card = card_vectors()[0];
    const auto hash = [&](const char* name) { return *base::Hash::from_hex(card[name].get<std::string>()); };
    return {hash("card"), hash("proof")};
}

void add_refusals(Json& all)
{
    const auto add = [&](const protocol::Refused& refused, const char* path) {
        const auto name = std::string{"refused: "} + std::string{protocol::word_of(refused.fault)};
        all.push_back(told(name.c_str(), path, protocol::status_of(refused.fault), encode(refused)));
    };
    for (const auto fault : {Fault::malformed, Fault::signature, Fault::unknown_kiosk, Fault::revoked,
                             Fault::frozen, Fault::protocol, Fault::too_large, Fault::failed, Fault::busy})
        add({fault}, "/sync/push");
    add({.fault = Fault::behind, .request = 4711}, "/sync/news");
    for (const auto fault : {Fault::unknown_code, Fault::used_code, Fault::other_centre})
        add({fault}, "/sync/enrol");
    add({Fault::unknown_card}, "/sync/follow");
    add({Fault::not_compared}, "/sync/follow");
    add({.fault = Fault::wrong_proof, .seconds = 0, .tries = 2}, "/sync/follow");
    add({.fault = Fault::wait, .seconds = 30}, "/sync/follow");
}

// A kiosk tells the root of its centre, and hears whether the office has compared it.
void add_comparing(Json& all)
{
    using Compared = protocol::NewsAnswer::Compared;
    all.push_back(told("news, telling of the centre's keys", "/sync/news", 0,
                       encode(protocol::NewsRequest{.past = past(), .root = centre_root()})));
    const auto add = [&](const char* name, Compared compared) {
        protocol::NewsAnswer answer{state(), {}, 0, false};
        answer.compared = compared;
        answer.begun = compared == Compared::not_and_national_only;
        all.push_back(told(name, "/sync/news", 200, encode(answer)));
    };
    add("news told where nobody compared", Compared::not_and_national_only);
    add("news told where nobody compared, as before", Compared::not_and_served);
}

core::sealing::Fingerprint fingerprint()
{
    return core::sealing::Fingerprint::of(centre_stream(), centre_root());
}

constexpr const char* certificate = "not a certificate, but bytes as good as any";

std::string invitation()
{
    return protocol::Invitation{*protocol::EnrolmentCode::read(code),
                                core::sealing::sha256(base::view_of(certificate)), fingerprint()}
        .text();
}

} // namespace

Json message_vectors(const std::vector<records::Record>& written)
{
    const auto bytes = [&](std::size_t at) { return records::encode(written[at]); };
    records::Sum sum;
    for (const auto& record : written) sum.add(records::decode_header(record.header)->id, record.hash());
    const auto notebook = notebook_stream();
    auto all = Json::array();
    const auto add = [&](const char* name, const char* path, int status, const protocol::Bytes& message) {
        all.push_back(told(name, path, status, message));
    };
    add("enrol", "/sync/enrol", 0, encode(enrolment()));
    add("enrol anew", "/sync/enrol", 0, encode(enrolment_anew()));
    add("enrolled", "/sync/enrol", 200,
        encode(protocol::EnrolAnswer{state(), "Værestedet Havnen", centre_stream()}));
    add("news", "/sync/news", 0, encode(protocol::NewsRequest{}));
    add("news, telling", "/sync/news", 0,
        encode(protocol::NewsRequest{40, {notebook}, protocol::NewsRequest::Told{3, 1, 0}, past()}));
    add("news, wanting a half", "/sync/news", 0, encode(wanting_half()));
    add("news, sharing", "/sync/news", 0,
        encode(protocol::NewsRequest{.since = 812, .past = past(), .shared = {notebook}}));
    add("news told", "/sync/news", 200,
        encode(protocol::NewsAnswer{state(), {{centre_stream(), 41, {}}, {notebook, 812, {}}}, 812, false}));
    add("news told with halves", "/sync/news", 200, encode(with_halves()));
    add("news told of what was shared", "/sync/news", 200, encode(seen_to(notebook)));
    add("news told to a kiosk that bore other names", "/sync/news", 200, encode(with_formers()));
    add("news told by a server that was put back", "/sync/news", 200,
        encode(protocol::NewsAnswer{state_of_a_copy(), {}, 812, false}));
    add("pull", "/sync/pull", 0,
        encode(protocol::PullRequest{{{notebook, 0, {}}, {centre_stream(), 41, {}}}}));
    add("pull, with sums", "/sync/pull", 0,
        encode(protocol::PullRequest{
            {{notebook, 800, {}}}, protocol::PullRequest::Own::send, protocol::PullRequest::Sums::yes}));
    add("a page", "/sync/pull", 200,
        encode(protocol::PullAnswer{state(), {{notebook, 804, {}}}, true, {bytes(0), bytes(1)}}));
    add("the last page", "/sync/pull", 200,
        encode(protocol::PullAnswer{state(), {{notebook, 812, sum.value()}}, false, {bytes(3)}}));
    add("push", "/sync/push", 0,
        encode(protocol::PushRequest{{bytes(0), bytes(1)}, {encode(protocol::without_body(written[2]))}}));
    add("push of forks", "/sync/push", 0, encode(protocol::PushRequest{{}, {}, {bytes(3)}}));
    add("push of what others erased", "/sync/push", 0,
        encode(protocol::PushRequest{.records = {}, .of_others = {bytes(written.size() - 1)}}));
    add("verdicts", "/sync/push", 200,
        encode(protocol::PushAnswer{state(),
                                    {{Verdict::Kind::accepted, ""},
                                     {Verdict::Kind::duplicate, "beaten"},
                                     {Verdict::Kind::rejected, "not_signed"},
                                     {Verdict::Kind::erased, ""},
                                     {Verdict::Kind::later, ""}}}));
    add("follow", "/sync/follow", 0, encode(follow()));
    add("followed", "/sync/follow", 200, encode(protocol::FollowAnswer{state(), {notebook}}));
    add_comparing(all);
    add_refusals(all);
    return all;
}

Json request_vectors(const Json& messages)
{
    auto all = Json::array();
    std::uint64_t counter = 41;
    for (const auto& message : messages) {
        if (message.contains("status")) continue;
        const auto key = message["name"] == "enrol anew" ? new_device_key() : device_key();
        const auto body = *base::from_hex(message["bytes"].get<std::string>());
        const protocol::Signed what{"POST",    message["path"],
                                    host,      protocol::content_digest(body),
                                    ++counter, core::sealing::device_of(key.open())};
        const auto fields = sign(what, key);
        const auto number = std::to_string(what.counter);
        const auto claim = protocol::read(
            {what.method, what.path, what.authority, what.digest, number, fields.input, fields.signature});
        all.push_back({{"message", message["name"]},
                       {"seed", to_hex(key.seed())},
                       {"path", what.path},
                       {"host", host},
                       {"counter", what.counter},
                       {"content_digest", what.digest},
                       {"signature_input", fields.input},
                       {"signed", claim->message},
                       {"signature", fields.signature}});
    }
    return all;
}

Json all_vectors()
{
    const auto device = device_key();
    const auto made = written();
    records::Sum sum, erased;
    for (const auto& record : made.records) {
        const auto header = *records::decode_header(record.header);
        sum.add(header.id, record.hash());
        if (header.what == records::Class::erase) erased.add(header.id, record.hash());
    }
    const auto messages = message_vectors(made.records);
    return {{"about",
             "Test vectors of the sync protocol: PROTOCOL.md, \"Test vectors\". Bytes are hexadecimal. "
             "SPDX-License-Identifier: MPL-2.0"},
            {"device",
             {{"seed", to_hex(device.seed())},
              {"public_key", device.open().hex()},
              {"device", core::sealing::device_of(device.open()).hex()}}},
            {"keys", key_vectors()},
            {"cards", card_vectors()},
            {"records", made.told},
            {"forged", forged_vectors()},
            {"centre", centre_vectors()},
            {"sum", sum.value().hex()},
            {"sum_after_erasing", erased.value().hex()},
            {"year", {{"year", 2025}, {"ore", 30050 + 12550 + 4000}, {"entries", 3}, {"kept_aside", 2}}},
            {"enrolment",
             {{"code", code},
              {"letters", protocol::EnrolmentCode::read(code)->letters()},
              {"centre_root", centre_root().hex()},
              {"fingerprint", fingerprint().text()},
              {"certificate", to_hex(base::view_of(certificate))},
              {"text", invitation()},
              {"new_seed", to_hex(new_device_key().seed())},
              {"before_words", to_hex(protocol::before_words(new_device_key().open()))},
              {"before_signature", device.sign(protocol::before_words(new_device_key().open())).hex()}}},
            {"talk", talk_vectors()},
            {"half", half_vectors()},
            {"messages", messages},
            {"requests", request_vectors(messages)}};
}

} // namespace frikort::tests::vectors
