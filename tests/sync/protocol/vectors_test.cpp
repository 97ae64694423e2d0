// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <fstream>
#include <map>

#include "core/people/card.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/protocol/enrolment_code.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

// What stands beside PROTOCOL.md for strangers. The client of tests/stranger, in another language, makes and
// reads the same (tests/journeys/stranger_test.cpp).

using namespace frikort::sync;
using namespace frikort::tests::vectors;
namespace base = frikort::core::base;
namespace sealing = frikort::core::sealing;
using base::Bytes;

TEST_CASE("The vectors of PROTOCOL.md are what this program makes from the same keys and the same chance")
{
    sealing::start();
    const auto made = all_vectors().dump(1) + "\n";
    if (made != text_on_file()) {
        const auto beside = std::filesystem::path{FRIKORT_BINARY} / "vectors.json";
        std::ofstream{beside} << made;
        FAIL("sync/protocol/vectors.json says something else; what it should say is in " << beside);
    }
}

TEST_CASE("The vectors of PROTOCOL.md hold for signed requests and not with one bit turned")
{
    const auto all = vectors();
    std::map<std::string, Json> messages;
    for (const auto& one : all["messages"]) messages[one["name"]] = one;
    for (const auto& one : all["requests"]) {
        CAPTURE(one["message"].get<std::string>());
        const auto key = sealing::SigningKey::from_seed(bytes(one["seed"]));
        const auto digest = one["content_digest"].get<std::string>();
        const auto counter = std::to_string(one["counter"].get<int>());
        const auto path = one["path"].get<std::string>();
        const auto host = one["host"].get<std::string>();
        const auto input = one["signature_input"].get<std::string>();
        const auto signature = one["signature"].get<std::string>();
        const auto claim = protocol::read({"POST", path, host, digest, counter, input, signature});
        REQUIRE(claim);
        CHECK(claim->message == one["signed"].get<std::string>());
        CHECK(protocol::proved(*claim, key.open()));

        auto body = bytes(messages[one["message"]]["bytes"]);
        CHECK(protocol::matches(digest, body));
        for (auto& byte : body) {
            byte ^= 1;
            CHECK_FALSE(protocol::matches(digest, body));
            byte ^= 1;
        }
        auto turned = *claim;
        for (auto& byte : turned.signature.bytes) {
            byte ^= 4;
            CHECK_FALSE(protocol::proved(turned, key.open()));
            byte ^= 4;
        }
    }
}

TEST_CASE("The vectors of PROTOCOL.md can be read as messages and no byte of them is left over")
{
    const auto all = vectors();
    for (const auto& one : all["messages"]) {
        CAPTURE(one["name"].get<std::string>());
        const auto path = one["path"].get<std::string>();
        const auto message = bytes(one["bytes"]);
        const int status = one.value("status", 0);
        const auto reads = [&](const Bytes& some) {
            if (status != 0 && status != 200) return protocol::decode_refused(some).has_value();
            const bool request = status == 0;
            if (path == protocol::enrol_path)
                return request ? protocol::decode_enrol_request(some).has_value()
                               : protocol::decode_enrol_answer(some).has_value();
            if (path == protocol::news_path)
                return request ? protocol::decode_news_request(some).has_value()
                               : protocol::decode_news_answer(some).has_value();
            if (path == protocol::pull_path)
                return request ? protocol::decode_pull_request(some).has_value()
                               : protocol::decode_pull_answer(some).has_value();
            if (path == protocol::push_path)
                return request ? protocol::decode_push_request(some).has_value()
                               : protocol::decode_push_answer(some).has_value();
            return request ? protocol::decode_follow_request(some).has_value()
                           : protocol::decode_follow_answer(some).has_value();
        };
        CHECK(reads(message));
        auto more = message;
        more.push_back(0);
        CHECK_FALSE(reads(more));
        CHECK_FALSE(reads({message.begin(), message.end() - 1}));
    }
}

TEST_CASE("The vectors of PROTOCOL.md hold for cards and for enrolling")
{
    const auto all = vectors();
    for (const auto& one : all["cards"]) {
        const auto card = frikort::core::people::Card::read(one["scanned"].get<std::string>());
        CHECK(card->number() == one["number"].get<std::string>());
        CHECK(
            sealing::proves(bytes(one["proof"]), *base::Hash::from_hex(one["verifier"].get<std::string>())));
        auto turned = bytes(one["proof"]);
        turned[31] ^= 1;
        CHECK_FALSE(sealing::proves(turned, *base::Hash::from_hex(one["verifier"].get<std::string>())));
    }
    const auto& enrolment = all["enrolment"];
    const auto code = protocol::EnrolmentCode::read(enrolment["code"].get<std::string>());
    CHECK(code->letters() == enrolment["letters"].get<std::string>());
}
