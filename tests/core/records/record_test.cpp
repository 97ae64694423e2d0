// SPDX-License-Identifier: MPL-2.0
#include "core/records/record.hpp"

#include <random>
#include <set>

#include "tests/core/records/guarded.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::core;
using namespace frikort::core::records;
using frikort::tests::Guarded;

namespace {

base::Bytes bytes_of(const char* hex) { return base::from_hex(hex).value(); }

// The frozen example. Its bytes and digests were made by a second program (Python's struct and hashlib).
const char* const frozen_header =
    "01101112131415161718191a1b1c1d1e1f01202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
    "0200000001505152535455565758595a5b5c5d5e5f0700000000000000";
const char* const frozen_record =
    "4f00000001101112131415161718191a1b1c1d1e1f01202122232425262728292a2b2c2d2e2f303132333435363738393a3b"
    "3c3d3e3f0200000001505152535455565758595a5b5c5d5e5f0700000000000000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa060000007365616c6564";

Header sample_header()
{
    Header header;
    header.id = *Id::from_hex("101112131415161718191a1b1c1d1e1f");
    header.stream = {StreamKind::notebook,
                     *Hash::from_hex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f")};
    header.generation = 2;
    header.what = Class::content;
    header.device = *DeviceId::from_hex("505152535455565758595a5b5c5d5e5f");
    header.number = 7;
    return header;
}

Record sample_record()
{
    Record record;
    record.header = encode(sample_header());
    record.previous.bytes.fill(0xAA);
    const auto body = base::view_of("sealed");
    record.body.assign(body.begin(), body.end());
    return record;
}

base::Bytes with(base::Bytes bytes, std::size_t at, base::Byte byte)
{
    bytes.at(at) = byte;
    return bytes;
}

constexpr std::size_t stream_at = 17, generation_at = 50, class_at = 54, number_at = 71;

} // namespace

TEST_CASE("A record written today has the bytes and the digests it will have in ten years")
{
    const auto record = sample_record();
    CHECK(base::to_hex(record.header) == frozen_header);
    CHECK(base::to_hex(encode(record)) == frozen_record);
    CHECK(record.stub().header.hex() == "1ce1dbf8ce6e1f910cbf7337e51690b3aeba1fcb99bdbefc4ddd029ca3e57050");
    CHECK(record.stub().body.hex() == "04ac88b1539bbc7e7335b280c576b02d8bd65e0268496f9c3e96c59f3d50b1c2");
    CHECK(record.hash().hex() == "2df105cade5b5262d45442aef0b74e75f82ad9aed622ec3479bcc4688b57885f");
}

TEST_CASE("A record comes back from its bytes as it was written")
{
    const auto record = decode_record(bytes_of(frozen_record));
    REQUIRE(record);
    CHECK(encode(*record) == bytes_of(frozen_record));
    const auto header = decode_header(record->header);
    REQUIRE(header);
    CHECK(header->id == sample_header().id);
    CHECK(header->stream == sample_header().stream);
    CHECK(header->generation == 2);
    CHECK(header->what == Class::content);
    CHECK(header->device == sample_header().device);
    CHECK(header->number == 7);
}

TEST_CASE("What a newer program wrote at the end of a header is kept and counts in the digest")
{
    auto record = sample_record();
    const auto before = record.hash();
    record.header.push_back(42);
    const auto read = decode_record(encode(record));
    REQUIRE(read);
    CHECK(read->header == record.header);
    CHECK(decode_header(read->header)->number == 7);
    CHECK(read->hash() != before);
}

TEST_CASE("A record cut off anywhere is refused and nothing behind its end is read")
{
    const auto whole = bytes_of(frozen_record);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Guarded cut{base::BytesView{whole}.first(size)};
        INFO("cut to " << size);
        CHECK_FALSE(decode_record(cut.view()));
    }
    CHECK(decode_record(Guarded{whole}.view()));
}

TEST_CASE("A header cut off anywhere is refused and nothing behind its end is read")
{
    const auto whole = bytes_of(frozen_header);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Guarded cut{base::BytesView{whole}.first(size)};
        INFO("cut to " << size);
        CHECK(decode_header(cut.view()) == base::no(Malformed::too_short));
    }
}

TEST_CASE("A record with one byte more than it says is refused")
{
    auto bytes = bytes_of(frozen_record);
    bytes.push_back(0);
    CHECK(decode_record(bytes) == base::no(Malformed::bad_length));
}

TEST_CASE("A header says why it cannot be read")
{
    const auto good = bytes_of(frozen_header);
    CHECK(decode_header(with(good, 0, 2)).error() == Malformed::unknown_version);
    CHECK(decode_header(with(good, stream_at, 5)).error() == Malformed::unknown_kind);
    CHECK(decode_header(with(good, stream_at, 0)).error() == Malformed::unknown_kind);
    CHECK(decode_header(with(good, class_at, 4)).error() == Malformed::unknown_kind);
    CHECK(decode_header(with(good, class_at, 0)).error() == Malformed::unknown_kind);
    CHECK(decode_header(with(good, generation_at, 0)).error() == Malformed::bad_number);
    CHECK(decode_header(with(good, number_at, 0)).error() == Malformed::bad_number);
    CHECK(decode_header(with(good, number_at + 7, 0x80)).error() == Malformed::bad_number);
    auto longest = good;
    longest.resize(1024);
    CHECK(decode_header(longest));
    longest.push_back(0);
    CHECK(decode_header(longest).error() == Malformed::too_long);
}

TEST_CASE("The largest record is taken and one byte more is refused")
{
    auto record = sample_record();
    record.body.resize(largest_record - encode(record).size() + record.body.size());
    auto bytes = encode(record);
    REQUIRE(bytes.size() == largest_record);
    CHECK(decode_record(bytes));
    bytes.push_back(0);
    CHECK(decode_record(bytes).error() == Malformed::too_long);
}

TEST_CASE("Whatever bit of a record is flipped its digest is another or it is refused")
{
    const auto whole = bytes_of(frozen_record);
    std::set<std::string> seen{sample_record().hash().hex()};
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        auto flipped = whole;
        flipped[bit / 8] = static_cast<base::Byte>(flipped[bit / 8] ^ (1U << (bit % 8)));
        const auto read = decode_record(flipped);
        INFO("bit " << bit);
        if (read) CHECK(seen.insert(read->hash().hex()).second);
    }
    CHECK(seen.size() > 900);
}

TEST_CASE("Bytes of any kind are refused or come back byte for byte")
{
    std::mt19937 chance{20251120};
    const auto whole = bytes_of(frozen_record);
    int taken = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = whole;
        for (auto changes = chance() % 4; changes > 0; --changes) {
            bytes[chance() % bytes.size()] = static_cast<base::Byte>(chance());
        }
        if (chance() % 4 == 0) bytes.resize(chance() % (whole.size() * 2));
        const Guarded guarded{bytes};
        const auto read = decode_record(guarded.view());
        if (!read) continue;
        ++taken;
        REQUIRE(encode(*read) == bytes);
    }
    CHECK(taken > 1000);
}

TEST_CASE("A stream is known by its kind and name and by nothing else")
{
    const auto stream = sample_header().stream;
    CHECK(StreamId::from(stream.bytes()) == stream);
    auto bytes = stream.bytes();
    bytes.push_back(0);
    CHECK_FALSE(StreamId::from(bytes));
    CHECK_FALSE(StreamId::from({}));
    CHECK_FALSE(StreamId::from(with(stream.bytes(), 0, 9)));
}
