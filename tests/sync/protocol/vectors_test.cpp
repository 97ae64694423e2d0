// SPDX-License-Identifier: MPL-2.0
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/records/sum.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/protocol/enrolment_code.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/support/catch.hpp"

// The vectors beside PROTOCOL.md were made by another program in another language.

using namespace frikort::sync;
namespace base = frikort::core::base;
namespace records = frikort::core::records;
namespace sealing = frikort::core::sealing;
using base::to_hex;
using nlohmann::json;

namespace {

json vectors()
{
    std::ifstream in{FRIKORT_SOURCE "/sync/protocol/vectors.json"};
    return json::parse(in);
}

base::Bytes bytes(const json& hex) { return *base::from_hex(hex.get<std::string>()); }

sealing::SigningKey key_from(const json& seed)
{
    sealing::start();
    return sealing::SigningKey::from_seed(bytes(seed));
}

} // namespace

TEST_CASE("The vectors of PROTOCOL.md hold for records and chains and checksums")
{
    const auto all = vectors();
    records::Sum sum;
    for (const auto& one : all["records"]) {
        const auto record = records::decode_record(bytes(one["record"]));
        REQUIRE(record);
        const auto header = *records::decode_header(record->header);
        CHECK(header.id.hex() == one["id"]);
        CHECK(to_hex(header.stream.bytes()) == one["stream"]);
        CHECK(header.device.hex() == all["device"]["device"]);
        CHECK(header.number == one["number"]);
        CHECK(to_hex(records::encode(header)) == one["header"]);
        CHECK(to_hex(records::encode(*record)) == one["record"]);
        CHECK(record->previous.hex() == one["previous"]);
        CHECK(to_hex(record->body) == one["body"]);
        CHECK(record->hash().hex() == one["hash"]);
        CHECK(to_hex(encode(protocol::without_body(*record))) == one["stub"]);
        sum.add(header.id, record->hash());
    }
    CHECK(sum.value().hex() == all["sum"]);
}

TEST_CASE("The vectors of PROTOCOL.md hold for signed requests")
{
    const auto all = vectors();
    const auto key = key_from(all["device"]["seed"]);
    CHECK(key.open().hex() == all["device"]["public_key"]);
    CHECK(sealing::device_of(key.open()).hex() == all["device"]["device"]);
    for (const auto& one : all["requests"]) {
        const auto body = bytes(one["body"]);
        CHECK(protocol::content_digest(body) == one["content_digest"]);
        const protocol::Signed what{"POST",         one["path"],
                                    one["host"],    one["content_digest"],
                                    one["counter"], sealing::device_of(key.open())};
        const auto fields = sign(what, key);
        CHECK(fields.input == one["signature_input"]);
        CHECK(fields.signature == one["signature"]);
        const auto digest = one["content_digest"].get<std::string>();
        const auto counter = std::to_string(one["counter"].get<int>());
        const auto path = one["path"].get<std::string>();
        const auto host = one["host"].get<std::string>();
        const auto claim =
            protocol::read({"POST", path, host, digest, counter, fields.input, fields.signature});
        REQUIRE(claim);
        CHECK(claim->message == one["signed"]);
        CHECK(protocol::proved(*claim, key.open()));
    }
    CHECK(protocol::decode_news_request(bytes(all["requests"][0]["body"])));
    CHECK(protocol::decode_push_request(bytes(all["requests"][1]["body"]))->records.size() == 2);
    CHECK(protocol::decode_follow_request(bytes(all["requests"][2]["body"]))->proof.hex() ==
          all["card"]["proof"]);
}

TEST_CASE("The vectors of PROTOCOL.md hold for cards and for enrolling")
{
    sealing::start();
    const auto all = vectors();
    const auto& card = all["card"];
    const auto number = card["number"].get<std::string>();
    const auto secret = card["secret"].get<std::string>();
    const auto made = sealing::stretch_card(number, base::view_of(secret), card["code"].get<std::string>(),
                                            {card["memory"], card["passes"]});
    CHECK(sealing::card_lookup(number).hex() == card["card"]);
    CHECK(to_hex(made.proof.view()) == card["proof"]);
    CHECK(sealing::verifier_of(made.proof.view()).hex() == card["verifier"]);

    const auto& enrolment = all["enrolment"];
    const auto code = protocol::EnrolmentCode::read(enrolment["code"].get<std::string>());
    CHECK(code->letters() == enrolment["letters"]);
    CHECK(code->digest().hex() == enrolment["digest"]);
    const auto next = key_from(enrolment["new_seed"]);
    CHECK(next.open().hex() == enrolment["new_key"]);
    CHECK(to_hex(protocol::before_words(next.open())) == enrolment["before_words"]);
    CHECK(key_from(all["device"]["seed"]).sign(protocol::before_words(next.open())).hex() ==
          enrolment["before_signature"]);
}
