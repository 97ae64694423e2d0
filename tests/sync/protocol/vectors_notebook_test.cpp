// SPDX-License-Identifier: MPL-2.0
#include "core/notebook/book.hpp"
#include "core/records/sum.hpp"
#include "core/sealing/key_ring.hpp"
#include "core/sealing/shared.hpp"
#include "core/sealing/slot.hpp"
#include "sync/protocol/stub.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/protocol/vectors/vectors.hpp"

// The notebook and the centre that stand beside PROTOCOL.md, read with nothing but their cards.

using namespace frikort::sync;
using namespace frikort::tests::vectors;
namespace base = frikort::core::base;
namespace notebook = frikort::core::notebook;
namespace records = frikort::core::records;
namespace sealing = frikort::core::sealing;

namespace {

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

TEST_CASE("The forged records of PROTOCOL.md are well formed and count for nothing")
{
    const auto file = vectors();
    const auto open = opened(file);
    for (const auto& one : file["forged"]) {
        CAPTURE(one["why"].get<std::string>());
        const auto record = record_of(one);
        const auto what = one["what"].get<std::string>();
        if (what == "generation") {
            CHECK(sealing::decode_generation(record.body));
            auto first = open.all;
            first.insert(first.begin(), record);
            CHECK(sealing::decide(notebook_stream(), generations_in(first)).valid == open.generations.valid);
        } else if (what == "slot") {
            CHECK(sealing::decode_slot(record.body));
            CHECK_FALSE(sealing::slot_holds(open.generations, record.header, record.body));
        } else {
            CHECK(sealing::decode_erase(record.body));
            CHECK_FALSE(sealing::erasure(open.generations, record.header, record.body));
        }
    }
    CHECK(file["forged"].size() == 6);
}

TEST_CASE("The vectors of PROTOCOL.md are a centre that its card opens")
{
    const auto centre = vectors()["centre"];
    const auto card = *sealing::RecoveryPair::from_card(repeated(0x44, sealing::RecoveryPair::card_size));
    const auto first = record_of(centre["records"][0]);
    const auto secrets = sealing::open_shared(card, first.header, first.body);
    REQUIRE(secrets);
    CHECK(secrets->writer == card.root().open());
    const auto keys =
        sealing::NotebookKeys::from_secret(sealing::Secret::copy_of(secrets->plain.view().first(32)), 1);
    CHECK(keys.open().box.hex() == centre["box_public"].get<std::string>());
    const auto second = record_of(centre["records"][1]);
    CHECK(second.previous == first.hash());
    CHECK(sealing::open_shared(keys, second.header, second.body)->writer == card.root().open());
    for (std::size_t at = 0; at < second.body.size(); ++at) {
        auto turned = second.body;
        turned[at] ^= static_cast<base::Byte>(1U << (at % 8));
        CHECK_FALSE(sealing::open_shared(keys, second.header, turned));
    }
}

TEST_CASE("The request of PROTOCOL.md is read with its receipt and by the staff, and not with a bit turned")
{
    const auto file = vectors();
    const auto slot = sealing::decode_slot(bytes(file["talk"]["records"][1]["body"]));
    const auto keys = sealing::unwrap(sealing::Secret::copy_of(bytes(file["cards"][2]["slot_key"])),
                                      notebook_stream(), 1, slot->wrapped);
    REQUIRE(keys);
    const auto inbox = sealing::InboxKeys::from_secret(sealing::Secret::copy_of(repeated(0x55)));
    for (const auto& one : file["talk"]["records"]) {
        if (one["what"] != "shared") continue;
        const auto record = record_of(one);
        const auto here = sealing::open_shared(*keys, record.header, record.body);
        const auto there = sealing::open_shared(inbox, record.header, record.body);
        REQUIRE(here);
        REQUIRE(there);
        CHECK(base::text_of(here->plain.view()) == one["words"].get<std::string>());
        CHECK(base::text_of(there->plain.view()) == one["words"].get<std::string>());
        for (std::size_t at = 0; at < record.body.size(); ++at) {
            auto turned = record.body;
            turned[at] ^= static_cast<base::Byte>(1U << (at % 8));
            CHECK_FALSE(sealing::open_shared(inbox, record.header, turned));
        }
    }
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
