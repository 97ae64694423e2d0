// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/envelope.hpp"

#include <stdexcept>

namespace frikort::sync::protocol {

using core::base::ByteReader;
using core::base::Bytes;
using core::base::BytesView;
using core::base::no;
using core::base::Result;

Bytes encode_envelope(std::string_view head, std::span<const Bytes> blobs)
{
    if (head.size() > largest_head || blobs.size() > most_blobs)
        throw std::length_error{"a message too long to be sent"};
    core::base::ByteWriter writer;
    writer.sized(core::base::view_of(head)).u32(static_cast<std::uint32_t>(blobs.size()));
    for (const auto& blob : blobs) writer.sized(blob);
    return writer.take();
}

Result<Envelope, Malformed> decode_envelope(BytesView bytes)
{
    ByteReader reader{bytes};
    Envelope envelope;
    const auto head_size = ByteReader{bytes}.u32();
    if (head_size > largest_head) return no(Malformed::head_too_long);
    envelope.head = core::base::text_of(reader.sized());
    const auto count = reader.u32();
    if (!reader.fits()) return no(Malformed::cut_off);
    if (count > most_blobs) return no(Malformed::too_many);
    envelope.blobs.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        envelope.blobs.push_back(reader.sized());
        if (!reader.fits()) return no(Malformed::cut_off);
    }
    if (!reader.at_end()) return no(Malformed::bytes_left);
    return envelope;
}

} // namespace frikort::sync::protocol
