// SPDX-License-Identifier: MPL-2.0
#include "core/base/bytes.hpp"

namespace frikort::core::base {

std::string to_hex(BytesView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const Byte byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<Bytes> from_hex(std::string_view text)
{
    const auto value = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    if (text.size() % 2 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = value(text[i]);
        const int low = value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<Byte>(high * 16 + low));
    }
    return bytes;
}

namespace {

template <class Number>
void append(Bytes& bytes, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i) bytes.push_back(static_cast<Byte>(number >> (8 * i)));
}

template <class Number>
Number number_from(BytesView bytes)
{
    Number number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) number |= static_cast<Number>(Number{bytes[i]} << (8 * i));
    return number;
}

} // namespace

ByteWriter& ByteWriter::u8(std::uint8_t number)
{
    bytes_.push_back(number);
    return *this;
}

ByteWriter& ByteWriter::u32(std::uint32_t number)
{
    append(bytes_, number);
    return *this;
}

ByteWriter& ByteWriter::u64(std::uint64_t number)
{
    append(bytes_, number);
    return *this;
}

ByteWriter& ByteWriter::raw(BytesView bytes)
{
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
}

ByteWriter& ByteWriter::sized(BytesView bytes)
{
    return u32(static_cast<std::uint32_t>(bytes.size())).raw(bytes);
}

std::uint8_t ByteReader::u8() { return number_from<std::uint8_t>(raw(1)); }
std::uint32_t ByteReader::u32() { return number_from<std::uint32_t>(raw(4)); }
std::uint64_t ByteReader::u64() { return number_from<std::uint64_t>(raw(8)); }

BytesView ByteReader::raw(std::size_t count)
{
    if (!fits_ || count > left_.size()) {
        fits_ = false;
        return {};
    }
    const auto taken = left_.first(count);
    left_ = left_.subspan(count);
    return taken;
}

BytesView ByteReader::sized() { return raw(u32()); }

} // namespace frikort::core::base
