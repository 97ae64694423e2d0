// SPDX-License-Identifier: MPL-2.0
#include "sync/protocol/enrolment_code.hpp"

#include <array>

#include "core/records/record.hpp"

namespace frikort::sync::protocol {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t length = 16;
constexpr std::string_view purpose = "frikort enrolment code\n";

char meant(char typed)
{
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return upper;
}

} // namespace

EnrolmentCode EnrolmentCode::random(core::base::Chance& chance)
{
    std::array<core::base::Byte, length> bytes{};
    chance.fill(bytes);
    std::string letters;
    for (const auto byte : bytes) letters += alphabet[byte % alphabet.size()];
    return EnrolmentCode{std::move(letters)};
}

std::optional<EnrolmentCode> EnrolmentCode::read(std::string_view typed)
{
    std::string letters;
    for (const char c : typed) {
        if (c == '-' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        if (letters.size() == length || alphabet.find(meant(c)) == std::string_view::npos)
            return std::nullopt;
        letters += meant(c);
    }
    if (letters.size() != length) return std::nullopt;
    return EnrolmentCode{std::move(letters)};
}

std::string EnrolmentCode::in_groups() const
{
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += letters_[i];
    }
    return text;
}

core::base::Hash EnrolmentCode::digest() const
{
    return core::records::digest(core::base::view_of(std::string{purpose} + letters_));
}

} // namespace frikort::sync::protocol
