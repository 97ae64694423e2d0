// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <optional>
#include <string>

#include "core/base/bytes.hpp"

namespace frikort::core::base {

// A fixed number of bytes that names something. `What` keeps a device's name from being taken for a record's.
template <class What, std::size_t Size>
struct Name {
    std::array<Byte, Size> bytes{};

    static constexpr std::size_t size = Size;
    BytesView view() const { return bytes; }
    std::string hex() const { return to_hex(bytes); }
    friend auto operator<=>(const Name&, const Name&) = default;

    // Nothing unless there are exactly `Size` bytes.
    static std::optional<Name> from(BytesView from)
    {
        if (from.size() != Size) return std::nullopt;
        Name name;
        std::copy(from.begin(), from.end(), name.bytes.begin());
        return name;
    }
    static std::optional<Name> from_hex(std::string_view text)
    {
        const auto bytes = base::from_hex(text);
        return bytes ? from(*bytes) : std::nullopt;
    }
};

// 128 random bits: names a record.
using Id = Name<struct RecordTag, 16>;
// A BLAKE2b-256 digest.
using Hash = Name<struct HashTag, 32>;

} // namespace frikort::core::base
