// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frikort::core::base {

using Byte = std::uint8_t;
using Bytes = std::vector<Byte>;
using BytesView = std::span<const Byte>;

inline BytesView view_of(std::string_view text)
{
    return {reinterpret_cast<const Byte*>(text.data()), text.size()};
}
inline std::string_view text_of(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Lower-case hexadecimal.
std::string to_hex(BytesView);
// Nothing unless every character is a hexadecimal digit and their number is even.
std::optional<Bytes> from_hex(std::string_view);

// Writes integers little-endian, and byte strings behind a 32-bit length.
class ByteWriter {
public:
    ByteWriter& u8(std::uint8_t);
    ByteWriter& u32(std::uint32_t);
    ByteWriter& u64(std::uint64_t);
    ByteWriter& raw(BytesView);
    ByteWriter& sized(BytesView);
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

// Reads what ByteWriter wrote. Never reads past the end: from the first thing that does not fit on, it
// answers zeros and empty views, and `fits` is false.
class ByteReader {
public:
    explicit ByteReader(BytesView bytes) : left_{bytes} {}
    std::uint8_t u8();
    std::uint32_t u32();
    std::uint64_t u64();
    BytesView raw(std::size_t count);
    BytesView sized();
    bool fits() const { return fits_; }
    bool at_end() const { return fits_ && left_.empty(); }
    std::size_t left() const { return left_.size(); }

private:
    BytesView left_;
    bool fits_ = true;
};

} // namespace frikort::core::base
