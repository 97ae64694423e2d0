// SPDX-License-Identifier: MPL-2.0
#include "core/base/text.hpp"

#include <cstring>
#include <optional>

namespace frikort::core::base {

namespace {

struct Decoded {
    char32_t point;
    std::size_t bytes;
};

// The code point that `text` begins with; nothing for what is not UTF-8 (RFC 3629).
std::optional<Decoded> decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return Decoded{first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return std::nullopt;
    char32_t point = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return std::nullopt;
        point = (point << 6) | (byte(i) & 0x3F);
    }
    static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < least[bytes] || surrogate || point > 0x10FFFF) return std::nullopt;
    return Decoded{point, bytes};
}

} // namespace

bool is_plain_text(std::string_view utf8)
{
    while (!utf8.empty()) {
        const auto next = decode(utf8);
        if (!next || next->point < 0x20 || (next->point >= 0x7F && next->point < 0xA0)) return false;
        utf8.remove_prefix(next->bytes);
    }
    return true;
}

std::size_t length(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string tidy(std::string_view utf8)
{
    std::string text;
    for (const char c : utf8) {
        if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::string fold_case(std::string_view utf8)
{
    std::string text{utf8};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'A' && c <= 'Z') text[i] = static_cast<char>(c + 32);
        // U+00C0-U+00DE but for the multiplication sign: two bytes, C3 80-9E, 32 below their small letters.
        if (c != 0xC3 || i + 1 >= text.size()) continue;
        const auto second = static_cast<unsigned char>(text[++i]);
        if (second >= 0x80 && second <= 0x9E && second != 0x97) text[i] = static_cast<char>(second + 32);
    }
    return text;
}

void wipe(std::string& text)
{
    text.resize(text.capacity());
    explicit_bzero(text.data(), text.size());
    text.clear();
}

} // namespace frikort::core::base
