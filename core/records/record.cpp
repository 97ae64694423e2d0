// SPDX-License-Identifier: MPL-2.0
#include "core/records/record.hpp"


#include <sodium.h>

#include "core/base/must.hpp"

namespace frikort::core::records {

using base::must;
using base::no;
using base::Result;

namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t stream_size = 1 + Hash::size;
// Ours has 79 bytes; what a newer program writes behind them may not grow without end.
constexpr std::size_t largest_header = 1024;
// More than any device writes; whoever has seen it can still count on.
constexpr auto largest_number = std::uint64_t{1} << 53U;

template <class Named>
Named name_from(base::ByteReader& reader)
{
    return Named::from(reader.raw(Named::size)).value_or(Named{});
}

bool is_kind(std::uint8_t byte) { return byte >= 1 && byte <= 4; }
bool is_class(std::uint8_t byte) { return byte >= 1 && byte <= 3; }

} // namespace

base::Bytes StreamId::bytes() const
{
    return base::ByteWriter{}.u8(static_cast<std::uint8_t>(kind)).raw(name.view()).take();
}

std::optional<StreamId> StreamId::from(base::BytesView bytes)
{
    if (bytes.size() != stream_size || !is_kind(bytes[0])) return std::nullopt;
    return StreamId{static_cast<StreamKind>(bytes[0]), *Hash::from(bytes.subspan(1))};
}

base::Bytes encode(const Header& header)
{
    must(header.number >= 1 && header.number <= largest_number && header.generation >= 1);
    return base::ByteWriter{}
        .u8(version)
        .raw(header.id.view())
        .raw(header.stream.bytes())
        .u32(header.generation)
        .u8(static_cast<std::uint8_t>(header.what))
        .raw(header.device.view())
        .u64(header.number)
        .take();
}

Result<Header, Malformed> decode_header(base::BytesView bytes)
{
    if (bytes.empty()) return no(Malformed::too_short);
    if (bytes.size() > largest_header) return no(Malformed::too_long);
    base::ByteReader reader{bytes};
    if (reader.u8() != version) return no(Malformed::unknown_version);

    Header header;
    header.id = name_from<Id>(reader);
    const auto stream_bytes = reader.raw(stream_size);
    header.generation = reader.u32();
    const auto what = reader.u8();
    header.device = name_from<DeviceId>(reader);
    header.number = reader.u64();
    if (!reader.fits()) return no(Malformed::too_short);

    const auto stream = StreamId::from(stream_bytes);
    if (!stream || !is_class(what)) return no(Malformed::unknown_kind);
    if (header.generation == 0 || header.number == 0 || header.number > largest_number) {
        return no(Malformed::bad_number);
    }
    header.stream = *stream;
    header.what = static_cast<Class>(what);
    return header;
}

Hash Stub::hash() const
{
    return digest(base::ByteWriter{}.raw(previous.view()).raw(header.view()).raw(body.view()).take());
}

Stub Record::stub() const
{
    const auto read = decode_header(header);
    must(read.has_value());
    return {read->device, read->number, previous, digest(header), digest(body)};
}

base::Bytes encode(const Record& record)
{
    auto bytes =
        base::ByteWriter{}.sized(record.header).raw(record.previous.view()).sized(record.body).take();
    must(bytes.size() <= largest_record);
    return bytes;
}

Result<Record, Malformed> decode_record(base::BytesView bytes)
{
    if (bytes.size() > largest_record) return no(Malformed::too_long);
    base::ByteReader reader{bytes};
    const auto header = reader.sized();
    const auto previous = name_from<Hash>(reader);
    const auto body = reader.sized();
    if (!reader.fits()) return no(Malformed::too_short);
    if (!reader.at_end()) return no(Malformed::bad_length);
    if (const auto read = decode_header(header); !read) return no(read.error());
    return Record{{header.begin(), header.end()}, previous, {body.begin(), body.end()}};
}

Hash digest(base::BytesView bytes)
{
    Hash hash;
    const int failed =
        crypto_generichash(hash.bytes.data(), Hash::size, bytes.data(), bytes.size(), nullptr, 0);
    must(failed == 0);
    return hash;
}

} // namespace frikort::core::records
