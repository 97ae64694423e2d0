// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "sync/protocol/limits.hpp"

namespace frikort::sync::protocol {

// Why a message is not taken.
enum class Malformed {
    cut_off,
    bytes_left,
    head_too_long,
    head_too_deep,
    not_json,
    other_protocol,
    missing, // a field that must be there
    bad_value,
    too_many,
};

// Every message: a JSON head that newer programs may extend, then records as their bytes. PROTOCOL.md.
struct Envelope {
    std::string_view head;
    std::vector<core::base::BytesView> blobs; // views into what was decoded
};

core::base::Bytes encode_envelope(std::string_view head, std::span<const core::base::Bytes> blobs);
// Checks lengths and counts, not what the head says. `bytes` must outlive what comes out.
core::base::Result<Envelope, Malformed> decode_envelope(core::base::BytesView bytes);

// Bytes that `count` blobs of `bytes` in all take up beside the head.
constexpr std::size_t envelope_size(std::size_t head, std::size_t count, std::size_t bytes)
{
    return 4 + head + 4 + 4 * count + bytes;
}

} // namespace frikort::sync::protocol
