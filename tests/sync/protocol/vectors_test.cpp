// SPDX-License-Identifier: MPL-2.0
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/notebook/book.hpp"
#include "core/people/card.hpp"
#include "core/records/sum.hpp"
#include "core/sealing/key_ring.hpp"
#include "core/sealing/slot.hpp"
#include "core/sealing/stretch.hpp"
#include "sync/protocol/enrolment_code.hpp"
#include "sync/protocol/messages.hpp"
#include "sync/protocol/signature.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

// What stands beside PROTOCOL.md for strangers. The client of tests/stranger, in another language, makes and
// reads the same (tests/journeys/stranger_test.cpp).

using namespace frikort::sync;
using namespace frikort::tests::vectors;
namespace base = frikort::core::base;
namespace notebook = frikort::core::notebook;
namespace records = frikort::core::records;
namespace sealing = frikort::core::sealing;
using base::Bytes;
using base::to_hex;

namespace {

std::string file_text()
{
    std::ifstream in{FRIKORT_SOURCE "/sync/protocol/vectors.json"};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

Json vectors()
{
    sealing::start();
    return Json::parse(file_text());
}

Bytes bytes(const Json& hex) { return *base::from_hex(hex.get<std::string>()); }

records::Record record_of(const Json& one) { return *records::decode_record(bytes(one["record"])); }

std::vector<sealing::FoundGeneration> generations_in(const std::vector<records::Record>& all)
{
    std::vector<sealing::FoundGeneration> found;
    for (const auto& record : all)
        if (sealing::decode_generation(record.body))
            found.push_back({record.header, record.body, found.size()});
    return found;
}

struct Opened {
    std::vector<records::Record> all;
    sealing::Generations generations;
    std::optional<sealing::KeyRing> ring;

    // Whether a generation record standing there gives the same generations as the one that does.
    bool fits_at(const records::Record& record, std::size_t at) const
    {
        auto some = all;
        some[at] = record;
        return sealing::decide(generations.stream, generations_in(some)).valid == generations.valid;
    }
};

// With nothing but the card's slot key of the newest generation.
Opened opened(const Json& file)
{
    Opened open;
    for (const auto& one : file["records"]) open.all.push_back(record_of(one));
    const auto stream = notebook_stream();
    open.generations = sealing::decide(stream, generations_in(open.all));
    const auto slot = sealing::decode_slot(bytes(file["records"][7]["body"]));
    auto keys = sealing::unwrap(sealing::Secret::copy_of(bytes(file["cards"][1]["slot_key"])), stream, 2,
                                slot->wrapped);
    if (keys) open.ring = sealing::KeyRing::from(stream, std::move(*keys), open.generations);
    return open;
}

// Whether it is what it was: opens, or is signed, for its own header.
bool holds(const Opened& with, std::size_t at, const records::Record& record)
{
    const auto header = records::decode_header(record.header);
    if (!header) return false;
    switch (header->what) {
    case records::Class::content:
        return with.ring->open_body(record.header, record.body) ||
               with.ring->open_shared(record.header, record.body);
    case records::Class::key:
        if (!sealing::decode_generation(record.body))
            return sealing::slot_holds(with.generations, record.header, record.body);
        return with.fits_at(record, at);
    case records::Class::erase:
        return sealing::erasure(with.generations, record.header, record.body).has_value();
    }
    return false;
}

} // namespace

TEST_CASE("The vectors of PROTOCOL.md are what this program makes from the same keys and the same chance")
{
    sealing::start();
    const auto made = all_vectors().dump(1) + "\n";
    if (made != file_text()) {
        const auto beside = std::filesystem::path{FRIKORT_BINARY} / "vectors.json";
        std::ofstream{beside} << made;
        FAIL("sync/protocol/vectors.json says something else; what it should say is in " << beside);
    }
}

TEST_CASE("The vectors of PROTOCOL.md hold for records and chains and checksums")
{
    const auto all = vectors();
    records::Sum sum;
    base::Hash previous;
    for (const auto& one : all["records"]) {
        const auto record = record_of(one);
        const auto header = *records::decode_header(record.header);
        CHECK(header.device.hex() == all["device"]["device"]);
        CHECK(header.number == one["number"]);
        CHECK(record.previous == previous);
        const auto stub = protocol::decode_header_only(bytes(one["stub"]));
        CHECK(stub->stub() == record.stub());
        CHECK(stub->stub().hash().hex() == one["hash"]);
        sum.add(header.id, record.hash());
        previous = record.hash();
    }
    CHECK(sum.value().hex() == all["sum"]);
}

TEST_CASE("The vectors of PROTOCOL.md are a notebook that its card opens and its sum is the one they say")
{
    const auto file = vectors();
    const auto open = opened(file);
    REQUIRE(open.ring);
    REQUIRE(open.generations.valid.size() == 2);
    std::vector<notebook::Fact> facts;
    for (std::size_t i = 0; i < open.all.size(); ++i) {
        const auto& record = open.all[i];
        CHECK(holds(open, i, record));
        const auto header = *records::decode_header(record.header);
        if (header.what != records::Class::content) continue;
        notebook::Fact fact{header.id, {header.number, {header.device.bytes}}, notebook::Unknown{}};
        auto plain = open.ring->open_body(record.header, record.body);
        if (!plain) {
            auto shared = open.ring->open_shared(record.header, record.body);
            fact.by = notebook::Signer{shared->writer.bytes};
            plain = std::move(shared->plain);
        }
        CHECK(base::text_of(plain->view()) == file["records"][i]["words"].get<std::string>());
        fact.body = *notebook::decode(base::text_of(plain->view()));
        facts.push_back(std::move(fact));
    }
    const auto book = notebook::fold(facts);
    const auto& year = file["year"];
    CHECK(book.year(year["year"]).sum.in_ore() == year["ore"]);
    CHECK(book.year(year["year"]).count == year["entries"]);
    CHECK(book.kept_aside() == year["kept_aside"]);
}

TEST_CASE("A vector of PROTOCOL.md with one bit turned is refused wherever the bit stands")
{
    const auto file = vectors();
    const auto open = opened(file);
    for (std::size_t i = 0; i < open.all.size(); ++i) {
        const auto& record = open.all[i];
        CAPTURE(i);
        std::size_t unseen = 0;
        const auto whole = records::encode(record);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            auto turned = whole;
            turned[at] ^= static_cast<base::Byte>(1U << (at % 8));
            const auto read = records::decode_record(turned);
            if (!read) continue;
            const bool other = read->hash() != record.hash();
            const bool body = read->header != record.header || read->body != record.body;
            if (!other || (body && holds(open, i, *read))) ++unseen;
        }
        CHECK(unseen == 0);
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
