// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/base64.hpp"

#include <algorithm>

namespace frikort::sync::protocol {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string to_base64(core::base::BytesView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto left = bytes.size() - i;
        const std::uint32_t three = (std::uint32_t{bytes[i]} << 16) |
                                    (left > 1 ? std::uint32_t{bytes[i + 1]} << 8 : 0) |
                                    (left > 2 ? std::uint32_t{bytes[i + 2]} : 0);
        text += letters[three >> 18];
        text += letters[(three >> 12) & 63];
        text += left > 1 ? letters[(three >> 6) & 63] : '=';
        text += left > 2 ? letters[three & 63] : '=';
    }
    return text;
}

std::optional<core::base::Bytes> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0) return std::nullopt;
    core::base::Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t four = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const char c = text[i + j];
            const auto place = c == '=' ? 0 : letters.find(c);
            if (place == std::string_view::npos) return std::nullopt;
            four = (four << 6) | static_cast<std::uint32_t>(place);
        }
        bytes.push_back(static_cast<core::base::Byte>(four >> 16));
        bytes.push_back(static_cast<core::base::Byte>(four >> 8));
        bytes.push_back(static_cast<core::base::Byte>(four));
    }
    const auto padding = text.size() - std::min(text.find_last_not_of('=') + 1, text.size());
    if (padding > 2) return std::nullopt;
    bytes.resize(bytes.size() - padding);
    // One text for each value: no '=' inside, no bits set that mean nothing.
    if (to_base64(bytes) != text) return std::nullopt;
    return bytes;
}

} // namespace frikort::sync::protocol
